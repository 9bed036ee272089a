package io.fortyeight.notify.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.contest.directory.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in JSON, in the shape that Standard Webhooks recommends. It has no standings: whoever is told looks them up, and
 * sees what may be seen at that time.
 */
record EventPayload(String type, Instant timestamp, Data data) {

    /**
     * @param contest its slug
     * @param minutesLeft of {@code contest.closing}: until the window closes, rounded up
     * @param reason of {@code contest.held}
     * @param resultUrl of {@code contest.certified} and {@code contest.announced}: the path of the result on this server
     */
    @JsonInclude(Include.NON_NULL)
    record Data(
            String contest,
            String name,
            String zone,
            Instant opensAt,
            Instant closesAt,
            @Nullable Instant announcesAt,
            @Nullable Long minutesLeft,
            @Nullable String reason,
            @Nullable Instant certifiedAt,
            @Nullable String resultUrl) {}

    /** Six bytes a character at worst, in JSON: with it a payload stays below the 20 KB that the specification recommends. */
    private static final int MAX_REASON_LENGTH = 3_000;

    private static final String CUT = "...";

    static EventPayload of(EventType type, Instant occurredAt, ContestRow contest) {
        var isResult = type == EventType.CERTIFIED || type == EventType.ANNOUNCED;
        // A close can only be held while the blackout lasts: nobody is told what names counts.
        var finding = contest.hasBlackout() ? Visibility.HIDDEN_FINDING : contest.heldReason();
        var reason = type == EventType.HELD ? finding : null;
        return new EventPayload(
                type.jsonName(),
                occurredAt,
                new Data(
                        contest.slug(),
                        contest.name(),
                        contest.zone(),
                        contest.opensAt(),
                        contest.closesAt(),
                        contest.announcesAt(),
                        type == EventType.CLOSING ? minutesBetween(occurredAt, contest.closesAt()) : null,
                        reason == null ? null : cut(reason),
                        isResult ? contest.certifiedAt() : null,
                        isResult ? "/api/contests/" + contest.slug() + "/result" : null));
    }

    private static long minutesBetween(Instant from, Instant to) {
        return -Math.floorDiv(from.toEpochMilli() - to.toEpochMilli(), 60_000L);
    }

    private static String cut(String reason) {
        if (reason.length() <= MAX_REASON_LENGTH) {
            return reason;
        }
        var end = MAX_REASON_LENGTH - CUT.length();
        return reason.substring(0, Character.isHighSurrogate(reason.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
