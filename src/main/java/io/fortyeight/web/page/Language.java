package io.fortyeight.web.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A language that pages speak; its texts are in {@code src/main/languages/<tag>.properties}. A reader gets the one they chose,
 * else the first that their browser accepts, else English.
 */
public enum Language {
    ENGLISH("en"),
    KOREAN("ko"),
    SPANISH("es"),
    JAPANESE("ja");

    /** The cookie in which a choice is kept: one of the tags. */
    public static final String COOKIE = "language";

    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

    private final Locale locale;

    /** @param tag as in BCP 47 */
    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    public Locale locale() {
        return locale;
    }

    /** What a bundle says in this language, where no template says it. */
    public <T> T messages(Class<T> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(tag()));
    }

    /** As in {@code <html lang>}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** What it calls itself. */
    public String ownName() {
        return messages(CommonMessages.class).languageName();
    }

    /** All of them, for instance {@code en, ko}. */
    public static String tags() {
        return Arrays.stream(values()).map(Language::tag).collect(Collectors.joining(", "));
    }

    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    public static Language of(HttpHeaders headers) {
        var cookie = headers.getCookies().get(COOKIE);
        return Optional.ofNullable(cookie)
                .flatMap(chosen -> ofTag(chosen.getValue()))
                .orElseGet(() -> accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** For answers that are made outside of the resources, or after them. */
    public static Language of(HttpServerRequest request) {
        var cookie = request.getCookie(COOKIE);
        return Optional.ofNullable(cookie)
                .flatMap(chosen -> ofTag(chosen.getValue()))
                .orElseGet(() -> accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** By that header alone. English for readers of neither, and when the header makes no sense. */
    public static Language accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return ENGLISH;
        }
        try {
            var found = Locale.lookup(LanguageRange.parse(header), LOCALES);
            return found == null ? ENGLISH : ofTag(found.toLanguageTag()).orElse(ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }
}
