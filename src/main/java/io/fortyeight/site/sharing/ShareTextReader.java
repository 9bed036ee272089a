package io.fortyeight.site.sharing;

import io.fortyeight.web.form.Texts;
import io.fortyeight.web.form.ViolationMessages;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.page.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what shares are to say. */
final class ShareTextReader {

    static final int MAX_OF_TITLE = 100;
    static final int MAX_OF_TEXT = 200;
    static final int MAX_HASHTAGS = 5;
    static final int MAX_OF_HASHTAG = 50;

    /** What networks link: letters of any script with their marks, digits and underscores, and not digits alone. */
    private static final Pattern HASHTAG = Pattern.compile("(?=.*[\\p{L}_])[\\p{L}\\p{M}\\p{Nd}_]+");

    private final Violations violations = new Violations();

    private ShareTextReader() {}

    /**
     * Without the languages that have nothing of their own.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400, naming every wrong field
     */
    static Map<Language, OwnShareText> read(Map<String, @Nullable NewShareText> stated) {
        var reader = new ShareTextReader();
        var read = reader.readAll(stated);
        reader.violations.throwIfAny();
        return read;
    }

    private Map<Language, OwnShareText> readAll(Map<String, @Nullable NewShareText> stated) {
        var read = new EnumMap<Language, OwnShareText>(Language.class);
        stated.forEach((tag, text) -> Language.ofTag(tag)
                .ifPresentOrElse(
                        language -> read.put(language, read(language, text)),
                        () -> violations.add(
                                tag, ShareMessages.class, messages -> messages.faultLanguage(Language.tags()))));
        read.values().removeIf(OwnShareText.NONE::equals);
        return read;
    }

    private OwnShareText read(Language language, @Nullable NewShareText stated) {
        if (stated == null) {
            return OwnShareText.NONE;
        }
        var path = language.tag() + ".";
        return new OwnShareText(
                line(path + "title", stated.title(), MAX_OF_TITLE),
                line(path + "text", stated.text(), MAX_OF_TEXT),
                hashtags(path + "hashtags", stated.hashtags()));
    }

    private @Nullable String line(String field, @Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            violations.add(field, ShareMessages.class, ShareMessages::faultBlank);
        } else if (text.codePointCount(0, text.length()) > most) {
            violations.add(field, messages -> messages.tooLong(most));
        } else if (!Texts.isPrintable(text)) {
            violations.add(field, ViolationMessages::unprintable);
        }
        return text.strip();
    }

    private List<String> hashtags(String field, @Nullable List<@Nullable String> stated) {
        if (stated == null) {
            return List.of();
        }
        if (stated.size() > MAX_HASHTAGS) {
            violations.add(field, messages -> messages.tooMany(MAX_HASHTAGS));
        }
        for (var i = 0; i < stated.size(); i++) {
            var tag = stated.get(i);
            var at = field + "[" + i + "]";
            if (tag == null || !HASHTAG.matcher(tag).matches()) {
                violations.add(at, ShareMessages.class, ShareMessages::faultHashtag);
            } else if (tag.codePointCount(0, tag.length()) > MAX_OF_HASHTAG) {
                violations.add(at, messages -> messages.tooLong(MAX_OF_HASHTAG));
            }
        }
        return stated.stream().filter(Objects::nonNull).distinct().toList();
    }
}
