package io.fortyeight.close.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.close.CloseSteps;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rehearsal; while it runs, as far as it has got.
 *
 * @param contest the slug of the contest that was made for it
 * @param rehearsalOf the slug of the one that is rehearsed
 * @param rulesChanged how the card was made to fit the short window
 * @param acknowledged pings that got a receipt
 * @param refused pings that were not taken, floods among them
 * @param shed of those, the floods
 * @param late pings that were told that they are late
 * @param acknowledgedInLedger whether each receipt stands for an entry of its own, and those in time for one that the
 *     certificate covers
 * @param closedAfterMillis from the end of the window to the certificate
 * @param problems in words; without one it has passed
 */
@JsonInclude(Include.NON_NULL)
public record RehearsalReport(
        UUID id,
        String state,
        String contest,
        String rehearsalOf,
        String window,
        int pingsPerSecond,
        List<String> rulesChanged,
        long sent,
        long acknowledged,
        long refused,
        long shed,
        long late,
        @Nullable Result result,
        @Nullable Boolean recountAgrees,
        @Nullable Boolean acknowledgedInLedger,
        @Nullable Long closedAfterMillis,
        List<CloseSteps.Attempt> steps,
        List<String> problems) {

    static final String RUNNING = "running";
    static final String PASSED = "passed";
    static final String FAILED = "failed";

    static RehearsalReport begun(
            UUID id, String contest, String rehearsalOf, RehearsalSettings settings, List<String> rulesChanged) {
        return new RehearsalReport(
                id,
                RUNNING,
                contest,
                rehearsalOf,
                settings.window().toString(),
                settings.pingsPerSecond(),
                rulesChanged,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    /**
     * The totals of the certified result.
     *
     * @param reasons why the discounted ones are
     */
    record Result(long counted, long discounted, Map<String, Long> reasons) {}
}
