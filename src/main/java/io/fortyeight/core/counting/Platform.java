package io.fortyeight.core.counting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a share went: a closed list. Its order is part of the ledger's format, so new ones go to the end. */
public enum Platform {
    TWITTER,
    FACEBOOK,
    INSTAGRAM,
    THREADS,
    BLUESKY,
    MASTODON,
    TUMBLR,
    GOOGLEPLUS,
    REDDIT,
    YOUTUBE,
    TIKTOK,
    PINTEREST,
    LINKEDIN,
    WHATSAPP,
    TELEGRAM,
    KAKAOTALK,
    LINE,
    WECHAT,
    DISCORD,
    SLACK,
    EMAIL,
    SMS,
    COPY,
    NATIVE,
    QR,
    OTHER;

    private static final Map<String, Platform> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Platform::jsonName, Function.identity()));

    private final String jsonName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON: lower case. */
    public String jsonName() {
        return jsonName;
    }

    /** The platform of that name in JSON, if there is one. */
    public static Optional<Platform> ofJsonName(String jsonName) {
        return Optional.ofNullable(BY_WIRE.get(jsonName));
    }
}
