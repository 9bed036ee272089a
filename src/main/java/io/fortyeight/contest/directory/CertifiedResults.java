package io.fortyeight.contest.directory;

import io.fortyeight.web.data.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The certified results, byte for byte as they were published. */
@ApplicationScoped
public class CertifiedResults {

    private final Statements statements;

    CertifiedResults(Statements statements) {
        this.statements = statements;
    }

    /** The result's JSON; empty until the contest is certified. */
    public Optional<String> find(int contestId) {
        return statements.with("SELECT body FROM result WHERE contest_id = ?", query -> {
            query.setInt(1, contestId);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        });
    }
}
