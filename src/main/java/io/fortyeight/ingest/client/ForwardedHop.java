package io.fortyeight.ingest.client;

import org.jspecify.annotations.Nullable;

/**
 * Reads list elements of {@code Forwarded} (RFC 7239) and {@code X-Forwarded-For} from the right.
 *
 * <p>From the right because what stands further left may be the client's: an unclosed quote there must not swallow what
 * a trusted proxy has appended to it.
 */
final class ForwardedHop {

    private static final String FOR = "for";

    private ForwardedHop() {}

    /** Index of the comma before the last element of {@code header[0, end)}, or -1: commas in quotes don't count. */
    static int lastComma(String header, int end) {
        return lastSeparator(header, ',', 0, end);
    }

    /** The address in the {@code for} of a {@code Forwarded} element; null if there is no such or it is no address. */
    static @Nullable IpAddress ofElement(String header, int start, int end) {
        int pairEnd = end;
        while (true) {
            int semicolon = lastSeparator(header, ';', start, pairEnd);
            String pair = trimmed(header, Math.max(semicolon + 1, start), pairEnd);
            int equals = pair.indexOf('=');
            if (equals >= 0 && trimmed(pair, 0, equals).equalsIgnoreCase(FOR)) {
                String value = unquoted(trimmed(pair, equals + 1, pair.length()));
                return value == null ? null : ofNode(value);
            }
            if (semicolon < 0) {
                return null;
            }
            pairEnd = semicolon;
        }
    }

    /** The address of {@code 192.0.2.1}, {@code 192.0.2.1:80}, {@code 2001:db8::1}, {@code [2001:db8::1]:80}; or null. */
    static @Nullable IpAddress ofNode(String node) {
        if (node.startsWith("[")) {
            int close = node.indexOf(']');
            if (close < 0 || close + 1 < node.length() && !isPort(node, close + 1)) {
                return null;
            }
            String literal = node.substring(1, close);
            return literal.indexOf(':') < 0 ? null : IpAddress.parse(literal);
        }
        int colon = node.indexOf(':');
        if (colon >= 0 && colon == node.lastIndexOf(':')) {
            return isPort(node, colon) ? IpAddress.parse(node.substring(0, colon)) : null;
        }
        return IpAddress.parse(node);
    }

    /** Without the optional white space of RFC 9110: blanks and tabs. Nothing else is forgiven. */
    static String trimmed(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isBlank(text.charAt(first))) {
            first++;
        }
        while (first < last && isBlank(text.charAt(last - 1))) {
            last--;
        }
        return text.substring(first, last);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    /** RFC 7239, section 6: up to five digits, or an obfuscated port that begins with an underscore. */
    private static boolean isPort(String node, int colon) {
        int length = node.length() - colon - 1;
        if (node.charAt(colon) != ':' || length < 1) {
            return false;
        }
        boolean obfuscated = node.charAt(colon + 1) == '_';
        if (length > 5 && !obfuscated) {
            return false;
        }
        for (int at = colon + 1; at < node.length(); at++) {
            char character = node.charAt(at);
            boolean digit = character >= '0' && character <= '9';
            boolean other = character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || "._-".indexOf(character) >= 0;
            if (!digit && !(obfuscated && other)) {
                return false;
            }
        }
        return true;
    }

    private static int lastSeparator(String text, char separator, int start, int end) {
        boolean quoted = false;
        for (int at = end - 1; at >= start; at--) {
            char character = text.charAt(at);
            if (character == '"' && !isEscaped(text, at, start)) {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEscaped(String text, int at, int start) {
        int backslashes = 0;
        while (at - backslashes > start && text.charAt(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static @Nullable String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        if (value.length() < 2 || !value.endsWith("\"")) {
            return null;
        }
        String inner = value.substring(1, value.length() - 1);
        // No address needs an escape, so what has one is not worth unescaping.
        return inner.indexOf('\\') >= 0 || inner.indexOf('"') >= 0 ? null : inner;
    }
}
