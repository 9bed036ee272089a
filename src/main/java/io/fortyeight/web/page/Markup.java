package io.fortyeight.web.page;

/** Text that is put into HTML or XML by hand, as content or between double quotes. */
public final class Markup {

    private Markup() {}

    /** Escaped; characters that XML can't have are left out. */
    public static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().filter(Markup::isAllowed).forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    /** The production Char of XML 1.0. */
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
