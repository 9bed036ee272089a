package io.fortyeight.close;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.lifecycle.ContestLifecycle;
import io.fortyeight.ledger.credit.Credits;
import io.fortyeight.ledger.recount.Recount;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.store.WriterStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Closes one contest: drains the queue, waits for imports, gives the last credit, recounts, compares, and certifies. The state
 * in the contest's row alone decides what is left to do, so that an attempt that dies anywhere is simply made again.
 *
 * <p>What was drained is all there is only as long as this instance is the writer: another one may have stamped pings from
 * before the end by a clock that is behind. So an attempt belongs to the writer's epoch in which it was begun, and certifies
 * or holds in no other.
 */
@ApplicationScoped
class Closer {

    private static final Logger LOG = Logger.getLogger(Closer.class);

    private static final int DIFFERENCES_IN_REASON = 5;

    private final ContestDirectory directory;
    private final ContestLifecycle lifecycle;
    private final WriterStatus leadership;
    private final Drain drain;
    private final Credits credits;
    private final Recount recount;
    private final ResultWriter results;
    private final StampingClock clock;
    private final CloseSteps steps;

    Closer(
            ContestDirectory directory,
            ContestLifecycle lifecycle,
            WriterStatus leadership,
            Drain drain,
            Credits credits,
            Recount recount,
            ResultWriter results,
            StampingClock clock,
            CloseSteps steps) {
        this.directory = directory;
        this.lifecycle = lifecycle;
        this.leadership = leadership;
        this.drain = drain;
        this.credits = credits;
        this.recount = recount;
        this.results = results;
        this.clock = clock;
        this.steps = steps;
    }

    /**
     * Brings a contest in {@code closing} to {@code certified} or {@code held}, unless something has to be waited for.
     *
     * @return whether the attempt came to an end; false means that it has to be made again
     */
    boolean close(int contestId) throws InterruptedException {
        var contest = directory.find(contestId).orElseThrow();
        var epoch = leadership.epoch();
        if (epoch.isEmpty() || !drains(contest)) {
            return false;
        }
        var outcome = recounts(contest);
        var objection = objection(contest, outcome);
        if (objection != null) {
            hold(contest, epoch.getAsLong(), objection);
            return true;
        }
        certify(contest, epoch.getAsLong(), outcome);
        return true;
    }

    private boolean drains(ContestDetails contest) throws InterruptedException {
        steps.begin(contest.id(), CloseStep.DRAIN);
        var waitsFor = drain.waitsFor(contest);
        if (waitsFor != null) {
            LOG.warnf("The close of %s waits for %s", contest.slug(), waitsFor);
            steps.waits(contest.id(), CloseStep.DRAIN, "Waits for " + waitsFor);
            return false;
        }
        steps.end(contest.id(), CloseStep.DRAIN, "Every ping from before the end is in the ledger");
        return true;
    }

    private Recount.Outcome recounts(ContestDetails contest) {
        steps.begin(contest.id(), CloseStep.RECOUNT);
        credits.catchUp(contest.id());
        var outcome = recount.of(contest, contest.rules());
        steps.end(contest.id(), CloseStep.RECOUNT, outcome.pings() + " pings recounted");
        return outcome;
    }

    /** Why there can't be a certificate; null if there can. */
    private @Nullable String objection(ContestDetails contest, Recount.Outcome outcome) {
        steps.begin(contest.id(), CloseStep.COMPARE);
        var objection = contest.rules().hash().equals(contest.rulesHash())
                ? difference(outcome)
                : "The rules card is not the one that was pinned when the window opened";
        steps.end(
                contest.id(),
                CloseStep.COMPARE,
                objection == null ? "Ledger and tally agree, and there is no gap" : objection);
        return objection;
    }

    private static @Nullable String difference(Recount.Outcome outcome) {
        return outcome.agrees()
                ? null
                : Recount.DIFFERS
                        + String.join(
                                "; ",
                                outcome.differences().stream()
                                        .limit(DIFFERENCES_IN_REASON)
                                        .toList());
    }

    private void hold(ContestDetails contest, long epoch, String reason) {
        if (lifecycle.hold(contest.id(), epoch, reason)) {
            LOG.errorf("The close of contest %s is held: %s", contest.slug(), reason);
        }
    }

    private void certify(ContestDetails contest, long epoch, Recount.Outcome outcome) {
        steps.begin(contest.id(), CloseStep.CERTIFY);
        var certifiedAt = clock.now();
        if (lifecycle.certify(contest.id(), epoch, certifiedAt, results.write(contest, outcome, certifiedAt))) {
            LOG.infof("Contest %s is certified: %d pings recounted", contest.slug(), outcome.pings());
        } else {
            steps.waits(contest.id(), CloseStep.CERTIFY, "Another instance writes now, and closes");
        }
    }
}
