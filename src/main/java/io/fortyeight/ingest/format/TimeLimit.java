package io.fortyeight.ingest.format;

/**
 * The times that lines of an import may have: from 1970 on, and not in the future.
 *
 * @param field what the time is called in the format
 * @param notAfterMillis the last one allowed, in epoch milliseconds
 */
public record TimeLimit(String field, long notAfterMillis) {

    void check(long millis) throws MalformedLineException {
        if (millis > notAfterMillis) {
            throw new MalformedLineException(field + " lies in the future");
        }
        if (millis < 0) {
            throw new MalformedLineException(field + " lies before 1970");
        }
    }
}
