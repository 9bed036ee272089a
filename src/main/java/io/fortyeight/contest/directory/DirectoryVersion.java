package io.fortyeight.contest.directory;

import io.fortyeight.web.data.Database;
import jakarta.inject.Singleton;

/** A number that every change of a contest raises, so that other instances learn of it by reading one row. */
@Singleton
public class DirectoryVersion {

    private final Database database;

    DirectoryVersion(Database database) {
        this.database = database;
    }

    /** Takes part in the running transaction: nobody sees the new number before what it stands for. */
    public void raise() {
        database.sql("""
                INSERT INTO installation (name, value) VALUES ('contest-directory', '1')
                ON CONFLICT (name) DO UPDATE SET value = (installation.value::bigint + 1)::text
                """).update();
    }

    long read() {
        return database.sql("SELECT value::bigint FROM installation WHERE name = 'contest-directory'")
                .first(row -> row.getLong(1))
                .orElse(0L);
    }
}
