package io.fortyeight.web.form;

import org.jspecify.annotations.Nullable;

/** What holds for every text that people write and others read. */
public final class Texts {

    private static final int MAX_NAME_LENGTH = 200;

    private Texts() {}

    /**
     * Checks a name or title: 1 to 200 characters, not all blank, no control characters, lone surrogates or line breaks.
     *
     * @return the name, or the empty string when something was added to {@code violations}
     */
    public static String named(String field, @Nullable String name, Violations violations) {
        if (name == null || name.isBlank()) {
            violations.add(field, messages -> messages.missingText(MAX_NAME_LENGTH));
            return "";
        }
        if (name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            violations.add(field, messages -> messages.tooLong(MAX_NAME_LENGTH));
            return "";
        }
        if (!isPrintable(name)) {
            violations.add(field, ViolationMessages::unprintable);
            return "";
        }
        return name;
    }

    /** Whether there are no control characters, lone surrogates or line breaks in it. */
    public static boolean isPrintable(String text) {
        return text.codePoints().allMatch(Texts::isPrintable);
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
