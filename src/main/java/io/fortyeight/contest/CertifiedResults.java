package io.fortyeight.contest;

import io.fortyeight.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The certified results, byte for byte as they were published. */
@ApplicationScoped
public class CertifiedResults {

    private final DataSource database;

    CertifiedResults(DataSource database) {
        this.database = database;
    }

    /** The result's JSON; empty until the contest is certified. */
    public Optional<String> find(int contestId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT body FROM result WHERE contest_id = ?")) {
            query.setInt(1, contestId);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw Problems.databaseAway();
        }
    }
}
