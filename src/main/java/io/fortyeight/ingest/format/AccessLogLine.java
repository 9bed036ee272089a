package io.fortyeight.ingest.format;

/**
 * A line of a web server's access log in the Common or the Combined Log Format of Apache, which nginx writes too:
 * {@code host ident user [time] "request" status bytes "referer" "user agent"}. Whatever follows after a blank is
 * ignored.
 *
 * @param host an address, or a name where the server looks names up
 * @param atMillis epoch milliseconds
 * @param request unescaped, for instance {@code GET /page?a=b HTTP/1.1}; {@code -} or rubbish if it was none
 * @param userAgent unescaped; empty if there was none, and always in the Common Log Format
 */
record AccessLogLine(String host, long atMillis, String request, int status, String userAgent) {

    private static final String ABSENT = "-";

    static AccessLogLine parseCommon(String line) throws MalformedLineException {
        return new Parser(line).parse(false);
    }

    static AccessLogLine parseCombined(String line) throws MalformedLineException {
        return new Parser(line).parse(true);
    }

    private static final class Parser {
        private final String line;
        private int at;

        Parser(String line) {
            this.line = line;
        }

        AccessLogLine parse(boolean combined) throws MalformedLineException {
            String host = word("host");
            if (host.equals(ABSENT)) {
                throw new MalformedLineException("no host");
            }
            long atMillis = time();
            String request = quoted("request");
            int status = status();
            size();
            if (!combined) {
                return new AccessLogLine(host, atMillis, request, status, "");
            }
            quoted("referer");
            String userAgent = quoted("user agent");
            return new AccessLogLine(host, atMillis, request, status, userAgent.equals(ABSENT) ? "" : userAgent);
        }

        private String word(String name) throws MalformedLineException {
            int blank = line.indexOf(' ', at);
            int end = blank < 0 ? line.length() : blank;
            if (end == at) {
                throw new MalformedLineException("no " + name);
            }
            String word = line.substring(at, end);
            at = Math.min(end + 1, line.length());
            return word;
        }

        /** Looked for by its bracket, since the name of a user, before it, may contain blanks. */
        private long time() throws MalformedLineException {
            int bracket = line.indexOf(" [", at - 1);
            if (bracket < 0) {
                throw new MalformedLineException("no time");
            }
            int start = bracket + 2;
            int close = line.indexOf(']', start);
            if (close < 0) {
                throw new MalformedLineException("unclosed bracket of the time");
            }
            if (close - start != LogTime.LENGTH) {
                throw new MalformedLineException("time is not like 17/May/2015:10:05:03 +0000");
            }
            at = close + 1;
            passBlank("time");
            return LogTime.parse(line, start);
        }

        private int status() throws MalformedLineException {
            String status = word("status");
            if (status.length() != 3 || !isNumber(status)) {
                throw new MalformedLineException("status is not a number of three digits");
            }
            return Integer.parseInt(status);
        }

        private void size() throws MalformedLineException {
            String size = word("size");
            if (!size.equals(ABSENT) && !isNumber(size)) {
                throw new MalformedLineException("size is neither a number nor -");
            }
        }

        private String quoted(String name) throws MalformedLineException {
            if (at >= line.length() || line.charAt(at) != '"') {
                throw new MalformedLineException("no " + name + " in quotes");
            }
            int start = at + 1;
            int end = start;
            while (end < line.length() && line.charAt(end) != '"') {
                end += line.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= line.length()) {
                throw new MalformedLineException("unclosed quote in the " + name);
            }
            at = end + 1;
            passBlank(name);
            return LogEscapes.undo(line.substring(start, end));
        }

        private void passBlank(String name) throws MalformedLineException {
            if (at < line.length() && line.charAt(at++) != ' ') {
                throw new MalformedLineException("no blank after the " + name);
            }
        }

        private static boolean isNumber(String text) {
            return text.chars().allMatch(character -> character >= '0' && character <= '9');
        }
    }
}
