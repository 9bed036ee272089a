package io.fortyeight.contest.directory;

import io.fortyeight.web.data.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The certified results, byte for byte as they were published. */
@ApplicationScoped
public class CertifiedResults {

    private final Database database;

    CertifiedResults(Database database) {
        this.database = database;
    }

    /** The result's JSON; empty until the contest is certified. */
    public Optional<String> find(int contestId) {
        return database.sql("SELECT body FROM result WHERE contest_id = ?", contestId)
                .first(row -> row.getString(1));
    }
}
