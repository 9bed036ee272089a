package io.fortyeight.close.rehearsal;

import io.fortyeight.contest.directory.CertifiedResults;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ledger.recount.Recount;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.standings.result.ResultJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds what the crowd was told against what was certified, and against the ledger as it is. */
@ApplicationScoped
class RehearsalCheck {

    private static final String COUNTED = Verdict.COUNTED.jsonName();

    private final CertifiedResults results;
    private final Recount recount;
    private final ResultJson json;

    RehearsalCheck(CertifiedResults results, Recount recount, ResultJson json) {
        this.results = results;
        this.recount = recount;
        this.json = json;
    }

    /**
     * What was found.
     *
     * @param recountAgrees whether a recount now gives the live tally, and counts what the certificate does
     */
    record Finding(
            RehearsalReport.Result result,
            boolean recountAgrees,
            boolean acknowledgedInLedger,
            long closedAfterMillis) {}

    /** Empty when nothing has been certified. */
    Optional<Finding> of(ContestDetails contest, CrowdAnswers.Sums told) {
        var certifiedAt = contest.certifiedAt();
        var body = results.find(contest.id());
        if (certifiedAt == null || body.isEmpty()) {
            return Optional.empty();
        }
        var certified = json.read(body.get());
        // A rehearsal has no imports: all of it is in the live partition.
        var result = totals(certified);
        var outcome = recount.of(contest, contest.rules());
        return Optional.of(new Finding(
                result,
                outcome.agrees() && outcome.recounted().count(Verdict.COUNTED) == result.counted(),
                told.sequencesTwice() == 0
                        && told.lastSequenceInTime()
                                <= certified.partitions().get(0).lastSequence()
                        && told.lastSequence() <= ledgeredUpTo(outcome),
                Duration.between(contest.window().closesAt(), certifiedAt).toMillis()));
    }

    private static RehearsalReport.Result totals(CertifiedResult certified) {
        var counted = 0L;
        var discounted = 0L;
        Map<String, Long> reasons = new TreeMap<>();
        for (var line : certified.tally()) {
            if (line.verdict().equals(COUNTED)) {
                counted += line.count();
            } else {
                discounted += line.count();
                reasons.merge(line.verdict(), line.count(), Long::sum);
            }
        }
        return new RehearsalReport.Result(counted, discounted, reasons);
    }

    private static long ledgeredUpTo(Recount.Outcome outcome) {
        return outcome.partitions().get(0).lastSequence();
    }
}
