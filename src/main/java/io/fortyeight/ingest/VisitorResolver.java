package io.fortyeight.ingest;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ingest.client.Identification;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.web.http.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lets a campaign's pages, and ours, ask about the visitor who looks at them; who that is, is found out as for pings. */
@Singleton
public class VisitorResolver {

    private static final int MAX_VISITOR_CHARACTERS = 64;

    private final Identification identification;
    private final FloodGate gate;
    private final StampingClock clock;

    VisitorResolver(Identification identification, FloodGate gate, StampingClock clock) {
        this.identification = identification;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Whom a question is about.
     *
     * @param id the page's own of the visitor; null or empty when it has none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for an id that is too long, 403 for a foreign page, 409 once
     *     nobody can be told apart any more, 429 when the network asks too much
     */
    public VisitorKey about(
            ContestDetails contest, CampaignDetails campaign, @Nullable String id, HttpServerRequest request) {
        PageOrigin.check(request, campaign);
        if (id != null && id.codePointCount(0, id.length()) > MAX_VISITOR_CHARACTERS) {
            throw Problems.invalid("visitor", "must have at most " + MAX_VISITOR_CHARACTERS + " characters");
        }
        var nowMillis = clock.millis();
        if (!gate.admitsQuestion(identification.network(request), nowMillis)) {
            throw Problems.tooMany("This network asks too much", FloodGate.secondsToNextMinute(nowMillis));
        }
        return identification
                .visitor(contest, id == null || id.isEmpty() ? null : id, request)
                .orElseThrow(() -> Problems.conflict(
                        "This contest is over and its secret is destroyed: nobody can be told apart any more"));
    }
}
