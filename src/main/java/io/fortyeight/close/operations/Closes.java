package io.fortyeight.close.operations;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.ledger.recount.Recount;
import io.fortyeight.ledger.store.StampingClock;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How it stands with the closes of all contests, told from the directory in memory: also by a standby, and while the
 * database is away.
 */
@ApplicationScoped
class Closes {

    private final ContestDirectory directory;
    private final StampingClock clock;

    /** When a contest of the past, which has no time to close at, was first seen to be closing; by id. */
    private final Map<Integer, Long> seenClosingAtMillis = new ConcurrentHashMap<>();

    Closes(ContestDirectory directory, StampingClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Those in earnest: what becomes of a rehearsal, its report tells. */
    private Stream<ContestDetails> contests() {
        return directory.all().stream().filter(contest -> !contest.isRehearsal());
    }

    @Scheduled(every = "1s", identity = "see-closes", concurrentExecution = ConcurrentExecution.SKIP)
    void see() {
        var nowMillis = clock.millis();
        for (var contest : directory.all()) {
            if (contest.past() && contest.storedState() == ContestState.CLOSING) {
                seenClosingAtMillis.putIfAbsent(contest.id(), nowMillis);
            } else {
                seenClosingAtMillis.remove(contest.id());
            }
        }
    }

    /** Contests whose close waits for an operator. */
    List<ContestDetails> held() {
        return contests()
                .filter(contest -> contest.storedState() == ContestState.HELD)
                .toList();
    }

    /** How many of them are held because a recount did not agree with the tally. */
    long mismatches() {
        return held().stream()
                .map(ContestDetails::heldReason)
                .filter(reason -> reason != null && reason.startsWith(Recount.DIFFERS))
                .count();
    }

    /** Contests that should have been certified this long ago or longer, and are not held either. */
    List<ContestDetails> overdueBy(Duration patience) {
        return contests()
                .filter(contest -> overdueMillis(contest) > patience.toMillis())
                .toList();
    }

    /** Since when the most overdue close is due; 0 when none is. */
    long mostOverdueMillis() {
        return contests().mapToLong(this::overdueMillis).max().orElse(0);
    }

    /**
     * Since when a close is due, and not done: for a contest of the past since this instance saw it closing; 0 when it is
     * not due, held, or done.
     */
    long overdueMillis(ContestDetails contest) {
        var nowMillis = clock.millis();
        return switch (contest.storedState()) {
            case SCHEDULED, OPEN, CLOSING ->
                Math.max(
                        0,
                        nowMillis
                                - (contest.past()
                                        ? seenClosingAtMillis.getOrDefault(contest.id(), nowMillis)
                                        : contest.window().closesAtMillis()));
            case HELD, CERTIFIED, ANNOUNCED -> 0;
        };
    }

    /** How long until the next window closes; empty when none is to close. */
    OptionalLong nextMillis() {
        var nowMillis = clock.millis();
        return contests()
                .filter(contest -> !contest.past())
                .mapToLong(contest -> contest.window().closesAtMillis() - nowMillis)
                .filter(millis -> millis > 0)
                .min();
    }
}
