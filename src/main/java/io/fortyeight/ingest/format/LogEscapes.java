package io.fortyeight.ingest.format;

/** Undoes the escapes that Apache and nginx write inside quotes: {@code \"}, {@code \\}, {@code \t}, {@code \x7f} ... */
final class LogEscapes {

    private static final String LETTERS = "\"\\bnrtv";
    private static final String MEANINGS = "\"\\\b\n\r\t\u000B";
    private static final int HEX_LENGTH = 4;

    private LogEscapes() {}

    /** What the client sent, one character for each byte. A backslash that begins no known escape stands for itself. */
    static String undo(String text) {
        int backslash = text.indexOf('\\');
        if (backslash < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (backslash >= 0 && backslash + 1 < text.length()) {
            plain.append(text, at, backslash);
            char letter = text.charAt(backslash + 1);
            int known = LETTERS.indexOf(letter);
            int hex = letter == 'x' ? hex(text, backslash) : -1;
            if (known >= 0) {
                plain.append(MEANINGS.charAt(known));
                at = backslash + 2;
            } else if (hex >= 0) {
                plain.append((char) hex);
                at = backslash + HEX_LENGTH;
            } else {
                plain.append('\\');
                at = backslash + 1;
            }
            backslash = text.indexOf('\\', at);
        }
        return plain.append(text, at, text.length()).toString();
    }

    private static int hex(String text, int backslash) {
        if (backslash + HEX_LENGTH > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(backslash + 2), 16);
        int low = Character.digit(text.charAt(backslash + 3), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
