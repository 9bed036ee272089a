package io.fortyeight.close;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ledger.recount.Recount;
import io.fortyeight.ledger.writer.UnrecordedPings;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.standings.result.ResultJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes the result that is to be certified, byte for byte as it will be published. */
@ApplicationScoped
class ResultWriter {

    private final ContestDirectory directory;
    private final UnrecordedPings unledgered;
    private final CloseReleases releases;
    private final ResultJson json;

    ResultWriter(ContestDirectory directory, UnrecordedPings unledgered, CloseReleases releases, ResultJson json) {
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
        // Who let a held close go on is not published.
        var published = releases.of(contest.id()).stream()
                .map(release -> new CertifiedResult.Release(release.at(), release.heldReason(), release.reason()))
                .toList();
        return json.write(CertifiedResult.of(current, outcome, sums, published, certifiedAt));
    }
}
