package io.fortyeight.contest.directory;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A number that every change of a contest raises, so that other instances learn of it by reading one row. */
@Singleton
public class DirectoryVersion {

    private final DataSource database;

    DirectoryVersion(DataSource database) {
        this.database = database;
    }

    /** Takes part in the running transaction: nobody sees the new number before what it stands for. */
    public void raise() {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        INSERT INTO installation (name, value) VALUES ('contest-directory', '1')
                        ON CONFLICT (name) DO UPDATE SET value = (installation.value::bigint + 1)::text
                        """)) {
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The directory's version can't be raised", failure);
        }
    }

    long read() {
        try (var connection = database.getConnection()) {
            return read(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("The directory's version can't be read", failure);
        }
    }

    static long read(Connection connection) throws SQLException {
        try (var query =
                        connection.prepareStatement("SELECT value FROM installation WHERE name = 'contest-directory'");
                var rows = query.executeQuery()) {
            return rows.next() ? Long.parseLong(rows.getString(1)) : 0;
        }
    }
}
