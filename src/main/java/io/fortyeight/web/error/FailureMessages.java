package io.fortyeight.web.error;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What pages about failures say, in English; {@code messages/failure_ko.properties} in Korean. */
@MessageBundle("failure")
public interface FailureMessages {

    @Message("{#when status}{#is 400}This can’t be understood"
            + "{#is 403}This was refused"
            + "{#is 404}There is nothing at this address"
            + "{#is 405}This can’t be done here"
            + "{#is 409}This is not possible now"
            + "{#is 413}This is too large"
            + "{#is 429}Too many requests"
            + "{#is 500}Something went wrong here"
            + "{#is 503}No answer just now"
            + "{#else}This could not be done"
            + "{/when}")
    String title(int status);

    @Message("{#when status}{#is 400}The address, or what was sent to it, is not as it should be. Nothing was changed."
            + "{#is 403}Nothing was changed. Open the page here, on this site, and try again from there."
            + "{#is 404}It may be mistyped, or what was here is gone. The list of contests leads to all there is."
            + "{#is 405}This address does not take what was sent to it. Nothing was changed. Go back one page and try again."
            + "{#is 409}Nothing was changed. Go back one page and load it again: things may have moved on."
            + "{#is 413}What was sent is larger than this address takes. Nothing was changed."
            + "{#is 429}Wait a little, then load this page again."
            + "{#is 500}It is not your fault, and is in the server’s log. What was counted stays counted."
            + "{#is 503}The server is busy, or its database does not answer. Wait a few seconds, then load this page again. What was counted stays counted."
            + "{#else}Go back one page and try again."
            + "{/when}")
    String text(int status);

    @Message("All contests")
    String contests();

    @Message("Status {status}")
    String code(int status);
}
