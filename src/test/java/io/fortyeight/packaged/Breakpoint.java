package io.fortyeight.packaged;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Holds a close up at one point, inside the database, so that its process can be killed or frozen exactly there: triggers wait
 * for a lock that this connection holds. What was being committed is committed once the lock is released, whatever has become
 * of the process.
 */
final class Breakpoint implements AutoCloseable {

    /** Points are the steps, once they are recorded as begun for the first time; and the commit of a certification. */
    static final String AFTER_CERTIFY = "after-certify";

    private static final int KEY = 4_800_048;

    private static final String INSTALL = """
            CREATE TABLE breakpoint (contest text, point text);
            CREATE FUNCTION wait_at_breakpoint() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT FROM breakpoint AS b JOIN contest AS c ON c.slug = b.contest
                    WHERE c.id = NEW.contest_id AND b.point = coalesce(TG_ARGV[0], to_jsonb(NEW) ->> 'step'))
                THEN
                    PERFORM pg_advisory_xact_lock_shared(%1$d);
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER step_begins AFTER INSERT ON close_step
                FOR EACH ROW EXECUTE FUNCTION wait_at_breakpoint();
            CREATE CONSTRAINT TRIGGER certification_commits AFTER INSERT ON result DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION wait_at_breakpoint('%2$s');
            """.formatted(KEY, AFTER_CERTIFY);

    private static final String IS_HIT =
            "SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = " + KEY + " AND NOT granted";

    private final Connection connection;

    /** On a database that has the application's schema. */
    Breakpoint(String jdbcUrl, String username) throws SQLException {
        connection = DriverManager.getConnection(jdbcUrl, username, null);
        execute(INSTALL);
    }

    /** From now on a close of the contest stops at that point. */
    void set(String contest, String point) throws SQLException {
        execute("SELECT pg_advisory_lock(" + KEY + ")");
        execute("TRUNCATE breakpoint; INSERT INTO breakpoint VALUES ('" + contest + "', '" + point + "')");
    }

    boolean isHit() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(IS_HIT)) {
            return rows.next();
        }
    }

    void release() throws SQLException {
        execute("SELECT pg_advisory_unlock(" + KEY + ")");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
