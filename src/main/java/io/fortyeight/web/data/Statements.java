package io.fortyeight.web.data;

import io.fortyeight.web.http.Problems;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs single statements, as part of the caller's transaction if there is one; a database that fails is told as 503. */
@Singleton
public class Statements {

    /** What is done with a statement; it need not close it. */
    public interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when the database fails or does not answer */
    public <T> T with(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException failure) {
            throw Problems.databaseAway();
        }
    }
}
