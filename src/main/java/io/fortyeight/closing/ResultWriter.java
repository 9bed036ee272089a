package io.fortyeight.closing;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.ledger.Recount;
import io.fortyeight.ledger.Unledgered;
import io.fortyeight.web.OwnJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes the result that is to be certified, byte for byte as it will be published. */
@ApplicationScoped
class ResultWriter {

    private final ContestDirectory directory;
    private final Unledgered unledgered;
    private final CloseReleases releases;
    private final OwnJson json;

    ResultWriter(ContestDirectory directory, Unledgered unledgered, CloseReleases releases, OwnJson json) {
        this.directory = directory;
        this.unledgered = unledgered;
        this.releases = releases;
        this.json = json;
    }

    String write(ContestDetails contest, Recount.Outcome outcome, Instant certifiedAt) {
        var window = contest.window();
        var sums = unledgered.between(contest.id(), window.opensAtMillis(), window.closesAtMillis() - 1);
        // Campaigns may not be added any more, but the look-up may be older than the last one.
        var current = directory.find(contest.id()).orElse(contest);
        var result = CertifiedResult.of(current, outcome, sums, releases.of(contest.id()), certifiedAt);
        return json.text(result);
    }
}
