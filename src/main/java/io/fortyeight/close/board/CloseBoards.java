package io.fortyeight.close.board;

import io.fortyeight.close.CloseSteps;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.store.WriterStatus;
import io.fortyeight.ledger.writer.PingQueue;
import io.fortyeight.notify.webhook.Deliveries;
import io.fortyeight.standings.VisibleCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws up the {@link CloseBoard}, by a fixed number of statements however many contests there are. */
@ApplicationScoped
class CloseBoards {

    /** How long an announced contest is still of interest. */
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    /** Within which a contest is to be certified; see the design's section 4. */
    private static final Duration EXPECTED_CLOSE = Duration.ofSeconds(5);

    private final ContestDirectory directory;
    private final WriterStatus leadership;
    private final PingQueue queue;
    private final StampingClock clock;
    private final CloseSteps steps;
    private final VisibleCounts counts;
    private final Deliveries deliveries;

    CloseBoards(
            ContestDirectory directory,
            WriterStatus leadership,
            PingQueue queue,
            StampingClock clock,
            CloseSteps steps,
            VisibleCounts counts,
            Deliveries deliveries) {
        this.directory = directory;
        this.leadership = leadership;
        this.queue = queue;
        this.clock = clock;
        this.steps = steps;
        this.counts = counts;
        this.deliveries = deliveries;
    }

    CloseBoard now() {
        var now = clock.now();
        var contests = directory.all().stream()
                .filter(contest -> isOfInterest(contest, now))
                .sorted(Comparator.comparing(contest ->
                        Duration.between(now, contest.window().closesAt()).abs()))
                .toList();
        var ids = contests.stream().map(ContestDetails::id).toList();
        var totalsById = counts.totals(contests);
        var stepsById = steps.ofAll(ids);
        var pendingById = deliveries.pendingByContest();
        return new CloseBoard(
                now,
                leadership.isLeader(),
                leadership.isUnsafe(),
                queue.depth(),
                counts.lastPingAt().orElse(null),
                contests.stream()
                        .map(contest -> line(
                                contest,
                                now,
                                stepsById.getOrDefault(contest.id(), List.of()),
                                Objects.requireNonNull(totalsById.get(contest.id())),
                                pendingById.getOrDefault(contest.id(), 0L)))
                        .toList());
    }

    private static boolean isOfInterest(ContestDetails contest, Instant now) {
        var certifiedAt = contest.certifiedAt();
        if (certifiedAt == null || contest.stateAt(now) != ContestState.ANNOUNCED) {
            return true;
        }
        var announcesAt = contest.announcesAt();
        var announcedAt = announcesAt == null || announcesAt.isBefore(certifiedAt) ? certifiedAt : announcesAt;
        return now.isBefore(announcedAt.plus(AFTERWARDS));
    }

    private CloseBoard.Line line(
            ContestDetails contest,
            Instant now,
            List<CloseSteps.Attempt> steps,
            VisibleCounts.Totals totals,
            long webhooksPending) {
        var window = contest.window();
        var visibility = Visibility.of(contest, now);
        return new CloseBoard.Line(
                contest.slug(),
                contest.name(),
                contest.stateAt(now).jsonName(),
                contest.past(),
                rehearsed(contest),
                window.opensAt(),
                window.closesAt(),
                contest.announcesAt(),
                secondsLeft(contest, now),
                overdueSeconds(contest, now),
                visibility.heldReason(),
                visibility.hidesFindings()
                        ? steps.stream().map(CloseSteps.Attempt::withoutDetail).toList()
                        : steps,
                totals.ledger(),
                totals.tally(),
                totals.agree(),
                totals.lastPingAt(),
                webhooksPending);
    }

    private @Nullable String rehearsed(ContestDetails contest) {
        var real = contest.rehearsalOf();
        return real == null
                ? null
                : directory.find(real).map(ContestDetails::slug).orElse(null);
    }

    private static @Nullable Long secondsLeft(ContestDetails contest, Instant now) {
        var millis = contest.window().closesAtMillis() - now.toEpochMilli();
        return contest.past() || millis <= 0 ? null : Math.floorDiv(millis + 999, 1000L);
    }

    private static @Nullable Long overdueSeconds(ContestDetails contest, Instant now) {
        var state = contest.stateAt(now);
        var since = Duration.between(contest.window().closesAt(), now);
        var isClosing = state == ContestState.CLOSING || state == ContestState.HELD;
        return !isClosing || contest.past() || since.compareTo(EXPECTED_CLOSE) < 0 ? null : since.toSeconds();
    }
}
