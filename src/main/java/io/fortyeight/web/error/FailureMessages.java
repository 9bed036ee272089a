package io.fortyeight.web.error;

import io.quarkus.qute.i18n.MessageBundle;

/** What pages about failures say, in English; {@code messages/failure_ko.properties} in Korean. */
@MessageBundle("failure")
public interface FailureMessages {

    String title(int status);

    String text(int status);

    String code(int status);
}
