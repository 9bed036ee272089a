package io.fortyeight.web.page;

import io.quarkus.qute.i18n.MessageBundle;

/** How {@link LocaleFormat} writes numbers, spans of time and instants. Numbers come grouped: one is {@code 1}. */
@MessageBundle("format")
interface FormatMessages {

    /** In the place of a number that is not there. */
    String none();

    String ordinal(String n);

    String times(String n);

    // A span of time, in whole units.
    String days(String n);

    String hours(String n);

    String minutes(String n);

    String seconds(String n);

    String milliseconds(String n);

    String noTime();

    String lessThanASecond();

    String comma(String first, String next);

    String and(String first, String last);

    // A span that is put after "each".
    String eachSecond();

    String eachMinute();

    String eachHour();

    String eachDay();

    String eachWeek();

    // A span in a table.
    String shortDays(String n);

    String shortHours(String n);

    String shortMinutes(String n);

    String shortSeconds(String n);

    String lessThanAMinute();

    /** A span that is counted down or up; scripts fill it in, too. */
    String clock(String days, String clock);

    String ago(String span);

    String justNow();

    // Patterns of java.time.format.DateTimeFormatter.
    String dateTime();

    String dateTimeWithSeconds();

    String shortDateTime();

    String date();

    String weekday();

    /** Said of midnight: half of all readers take it for the end of the day that it begins. */
    String midnight(String weekday);
}
