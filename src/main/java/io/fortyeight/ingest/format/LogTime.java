package io.fortyeight.ingest.format;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads the time of an access log, {@code 17/May/2015:10:05:03 +0000}, strictly. By hand, since a formatter would take
 * more time than all else that is done with a line.
 */
final class LogTime {

    static final int LENGTH = "17/May/2015:10:05:03 +0000".length();

    private static final String PATTERN = "00/???/0000:00:00:00 ?0000";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private LogTime() {}

    /**
     * @param text holds {@link #LENGTH} characters from {@code start} on
     * @return epoch milliseconds
     */
    static long parse(String text, int start) throws MalformedLineException {
        for (int at = 0; at < LENGTH; at++) {
            char wanted = PATTERN.charAt(at);
            char character = text.charAt(start + at);
            boolean digit = character >= '0' && character <= '9';
            if (wanted == '0' ? !digit : wanted != '?' && wanted != character) {
                throw refused();
            }
        }
        int month = MONTHS.indexOf(text.substring(start + 3, start + 6));
        int hour = number(text, start + 12, 2);
        int minute = number(text, start + 15, 2);
        int second = number(text, start + 18, 2);
        char sign = text.charAt(start + 21);
        int offsetHours = number(text, start + 22, 2);
        int offsetMinutes = number(text, start + 24, 2);
        boolean inRange = hour < 24
                && minute < 60
                && second < 60
                && offsetMinutes < 60
                && offsetHours * 60 + offsetMinutes <= MAX_OFFSET_MINUTES
                && (sign == '+' || sign == '-');
        if (month < 0 || month % 3 != 0 || !inRange) {
            throw refused();
        }
        long day = epochDay(number(text, start + 7, 4), month / 3 + 1, number(text, start, 2));
        int offset = (offsetHours * 60 + offsetMinutes) * (sign == '-' ? -60 : 60);
        return (((day * 24 + hour) * 60 + minute) * 60 + second - offset) * 1000;
    }

    private static long epochDay(int year, int month, int day) throws MalformedLineException {
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            throw refused();
        }
    }

    private static int number(String text, int start, int length) {
        int number = 0;
        for (int at = start; at < start + length; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    private static MalformedLineException refused() {
        return new MalformedLineException("time is not like 17/May/2015:10:05:03 +0000");
    }
}
