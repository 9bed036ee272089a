package io.fortyeight.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.ledger.writer.Answer;
import io.fortyeight.web.http.Instants;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page learns of its ping.
 *
 * @param verdict {@code counted} or {@code discounted}
 * @param reason why it is discounted
 * @param countsAgainAt when this visitor's next ping on the item would count; only when discounted
 * @param receipt {@code partition.sequence.mac}; none when it came after certification
 */
@JsonInclude(Include.NON_NULL)
record PingAnswer(
        String verdict,
        @Nullable String reason,
        @Nullable Instant countsAgainAt,
        @Nullable String receipt) {

    static PingAnswer of(Answer answer, @Nullable String receipt) {
        var reason = answer.verdict().reason();
        if (reason == null) {
            return new PingAnswer("counted", null, null, receipt);
        }
        var again = answer.countsAgainAtMillis();
        return new PingAnswer(
                "discounted",
                reason.jsonName(),
                again.isPresent() ? Instant.ofEpochMilli(again.getAsLong()) : null,
                receipt);
    }

    /** As JSON. No value has a character that would have to be escaped. */
    Buffer json() {
        var json = new StringBuilder(128).append("{\"verdict\":\"").append(verdict);
        if (reason != null) {
            json.append("\",\"reason\":\"").append(reason);
        }
        if (countsAgainAt != null) {
            json.append("\",\"countsAgainAt\":\"").append(Instants.text(countsAgainAt));
        }
        if (receipt != null) {
            json.append("\",\"receipt\":\"").append(receipt);
        }
        return Buffer.buffer(json.append("\"}").toString().getBytes(StandardCharsets.US_ASCII));
    }
}
