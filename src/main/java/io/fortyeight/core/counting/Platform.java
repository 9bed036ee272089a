package io.fortyeight.core.counting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a share went: a closed list. Each platform has a code of one character, by which the ledger knows it for ever: the
 * next ones take the letters of {@link #CODES} that are still free, in that order. Their names are in the files of the
 * languages, and how to share to them is in {@code share-intents.json}.
 */
public enum Platform {
    TWITTER('A'),
    FACEBOOK('B'),
    INSTAGRAM('C'),
    THREADS('D'),
    BLUESKY('E'),
    MASTODON('F'),
    TUMBLR('G'),
    GOOGLEPLUS('H'),
    REDDIT('I'),
    YOUTUBE('J'),
    TIKTOK('K'),
    PINTEREST('L'),
    LINKEDIN('M'),
    WHATSAPP('N'),
    TELEGRAM('O'),
    KAKAOTALK('P'),
    LINE('Q'),
    WECHAT('R'),
    DISCORD('S'),
    SLACK('T'),
    EMAIL('U'),
    SMS('V'),
    COPY('W'),
    NATIVE('X'),
    QR('Y'),
    OTHER('Z');

    /** All codes that there are. Not among them: {@code v} for views, {@code s} for shares to any platform. */
    public static final String CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrtuwxyz0123456789";

    private static final Map<String, Platform> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Platform::jsonName, Function.identity()));

    private static final Map<Character, Platform> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Platform::code, Function.identity()));

    private final char code;
    private final String jsonName = name().toLowerCase(Locale.ROOT);

    Platform(char code) {
        this.code = code;
    }

    /** As in the ledger. */
    public char code() {
        return code;
    }

    /** The name in JSON: lower case. */
    public String jsonName() {
        return jsonName;
    }

    /** The platform of that name in JSON, if there is one. */
    public static Optional<Platform> ofJsonName(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }

    /** The platform with that code in the ledger, if there is one. */
    public static Optional<Platform> ofCode(char code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
