package io.fortyeight.standings.shares;

import io.fortyeight.web.form.ViolationMessages;
import io.fortyeight.web.form.Violations;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a supporter is called in public: 2 to 24 letters of any script, digits, spaces and {@code . _ - '}, with at least one
 * letter or digit. Nothing that can't be seen, or that turns the text around it.
 *
 * @param text as it is shown, in NFC
 * @param key the same for all ways of writing it that differ in case or width alone
 */
public record Nickname(String text, String key) {

    private static final String FIELD = "nickname";
    private static final int MIN = 2;
    private static final int MAX = 24;

    private static final Pattern ROOM = Pattern.compile("\\s+");

    /** Marks belong to the letters of many scripts; more than two on one are a heap. */
    private static final Pattern ALLOWED = Pattern.compile("(?:[\\p{L}\\p{Nd}][\\p{Mn}\\p{Mc}]{0,2}|[ ._'\u2019-])+");

    private static final Pattern TELLING = Pattern.compile("[\\p{L}\\p{Nd}]");

    /** Letters and marks by their category, and yet invisible (Unicode's Default_Ignorable_Code_Point). */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}]");

    /**
     * Reads what was typed.
     *
     * @return null when nothing was: no nickname
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that says what is wrong
     */
    public static @Nullable Nickname read(String typed) {
        var text = ROOM.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
        if (text.isEmpty()) {
            return null;
        }
        var length = text.codePointCount(0, text.length());
        if (length < MIN || length > MAX) {
            throw Violations.of(FIELD, ViolationMessages.class, messages -> messages.lengthBetween(MIN, MAX));
        }
        if (!ALLOWED.matcher(text).matches() || INVISIBLE.matcher(text).find()) {
            throw Violations.of(FIELD, NicknameMessages.class, NicknameMessages::characters);
        }
        if (!TELLING.matcher(text).find()) {
            throw Violations.of(FIELD, NicknameMessages.class, NicknameMessages::noLetter);
        }
        // Both ways: some letters have more lower cases than upper ones, or the other way round.
        var key = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return new Nickname(text, key);
    }
}
