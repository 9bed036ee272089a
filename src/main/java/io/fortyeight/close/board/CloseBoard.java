package io.fortyeight.close.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.close.CloseSteps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the closes stand, as of one moment.
 *
 * @param leader whether the instance that was asked is the one that writes; the queue is that instance's
 * @param queueDepth pings that wait to be judged
 * @param lastPingAt when the last ping of any contest was taken; null before the first
 * @param contests the nearest close first, before or after now
 */
@JsonInclude(Include.NON_NULL)
record CloseBoard(
        Instant serverTime,
        boolean leader,
        boolean unsafe,
        int queueDepth,
        @Nullable Instant lastPingAt,
        List<Line> contests) {

    /**
     * A contest.
     *
     * @param past whether it was made for imports, after its own end: it closes when somebody asks for it
     * @param rehearsalOf the contest that it rehearses; null for one in earnest
     * @param secondsLeft to the end of its window, rounded up; null afterwards
     * @param overdueSeconds since the end of its window, when it should have been certified long ago; else null
     * @param ledger entries of all its partitions that count; null while counts are hidden
     * @param tally what the sums that are written along with them come to; null likewise
     * @param agrees whether the two are equal; cheap, and less than the recount that the close makes
     * @param lastPingAt null before the first
     * @param webhooksPending deliveries of its events that were not made yet, or have to be tried again
     */
    @JsonInclude(Include.NON_NULL)
    record Line(
            String slug,
            String name,
            String state,
            boolean past,
            @Nullable String rehearsalOf,
            Instant opensAt,
            Instant closesAt,
            @Nullable Instant announcesAt,
            @Nullable Long secondsLeft,
            @Nullable Long overdueSeconds,
            @Nullable String heldReason,
            List<CloseSteps.Attempt> steps,
            @Nullable Long ledger,
            @Nullable Long tally,
            boolean agrees,
            @Nullable Instant lastPingAt,
            long webhooksPending) {}
}
