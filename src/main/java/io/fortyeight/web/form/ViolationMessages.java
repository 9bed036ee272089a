package io.fortyeight.web.form;

import io.quarkus.qute.i18n.MessageBundle;

/** What is wrong with a field, in words that follow its name; and how forms show it. Every door uses these texts. */
@MessageBundle("violation")
public interface ViolationMessages {

    String notSaved();

    String sentence(String label, String text);

    String within(String label, String group);

    String item(String label, int number);

    String missing();

    String missingText(int max);

    String tooLong(int max);

    String tooMany(int max);

    String lengthBetween(int min, int max);

    String unprintable();

    String noNumber();

    String wholeNumber(int min, int max);

    String oneOf(String choices);

    String webAddress(String example, int max);

    String endpoint();

    String origin();

    String slug(int max);

    String isoDuration(String example);

    String isoDurationBetween(String min, String max, String example);

    String spanBetween(String min, String max);

    String span();

    String fitsWindow(String min, String window);

    String durationInWindow(String window);

    String longerThanWindow(String span, String window);

    String object();

    String objectOrNull();

    String unknownMember(String known);

    String alwaysOn();

    String unitSeconds();

    String unitMinutes();

    String unitHours();

    String unitDays();

    String unitOf(String label);
}
