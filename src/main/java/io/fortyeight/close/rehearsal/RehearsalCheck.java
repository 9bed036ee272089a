package io.fortyeight.close.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.contest.directory.CertifiedResults;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ledger.recount.Recount;
import io.fortyeight.web.data.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds what the crowd was told against what was certified, and against the ledger as it is. */
@ApplicationScoped
class RehearsalCheck {

    private static final String COUNTED = "counted";

    private final CertifiedResults results;
    private final Recount recount;
    private final StoredJson json;

    RehearsalCheck(CertifiedResults results, Recount recount, StoredJson json) {
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
        var certificate = json.tree(body.get());
        var result = totals(certificate);
        var outcome = recount.of(contest, contest.rules());
        return Optional.of(new Finding(
                result,
                outcome.agrees() && outcome.recounted().count(Verdict.COUNTED) == result.counted(),
                told.sequencesTwice() == 0
                        && told.lastSequenceInTime() <= certifiedUpTo(certificate)
                        && told.lastSequence() <= ledgeredUpTo(outcome),
                Duration.between(contest.window().closesAt(), certifiedAt).toMillis()));
    }

    private static RehearsalReport.Result totals(JsonNode certificate) {
        var counted = 0L;
        var discounted = 0L;
        Map<String, Long> reasons = new TreeMap<>();
        for (var line : certificate.path("tally")) {
            var count = line.path("count").longValue();
            var verdict = line.path("verdict").textValue();
            if (verdict.equals(COUNTED)) {
                counted += count;
            } else {
                discounted += count;
                reasons.merge(verdict, count, Long::sum);
            }
        }
        return new RehearsalReport.Result(counted, discounted, reasons);
    }

    /** A rehearsal has no imports: all of it is in the live partition. */
    private static long certifiedUpTo(JsonNode certificate) {
        return certificate.at("/partitions/0/lastSequence").longValue();
    }

    private static long ledgeredUpTo(Recount.Outcome outcome) {
        return outcome.partitions().get(0).lastSequence();
    }
}
