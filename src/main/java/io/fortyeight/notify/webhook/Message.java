package io.fortyeight.notify.webhook;

import io.fortyeight.web.outbound.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is sent in one attempt.
 *
 * @param lease names the attempt
 * @param failedBefore how many attempts of the schedule have failed
 * @param secrets all that are valid, the newest first
 */
record Message(
        UUID deliveryId,
        UUID webhookId,
        UUID lease,
        Instant leasedUntil,
        int failedBefore,
        Target target,
        UUID eventId,
        String payload,
        List<SigningSecret> secrets) {

    /** Signed with each secret, so that receivers may change theirs at any time while both are valid. */
    Map<String, String> headers(Instant now) {
        var id = eventId.toString();
        var timestamp = now.getEpochSecond();
        return Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Fortyeight",
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(timestamp),
                "webhook-signature",
                secrets.stream()
                        .map(secret -> secret.sign(id, timestamp, payload))
                        .collect(Collectors.joining(" ")));
    }
}
