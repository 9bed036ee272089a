package io.fortyeight.web.error;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of error pages. */
@MessageBundle("failure")
public interface FailureMessages {

    String title(int status);

    String text(int status);

    String code(int status);
}
