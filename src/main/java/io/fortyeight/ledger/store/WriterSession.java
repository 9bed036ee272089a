package io.fortyeight.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The dedicated connection of the one writer, while it holds the lock.
 *
 * <p>The lock is PostgreSQL's own session lock on this very connection, so it can't outlive the session that writes. On
 * top of it each holder raises the epoch in the lease row, and each batch checks it: a holder that was frozen, lost its
 * lock and thawed again writes nothing.
 */
public final class WriterSession implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WriterSession.class);

    /** First key of the advisory lock; the second is the live partition's number. */
    private static final int LOCK_CLASS = 48;

    /** The lease as it was found when the lock was taken. */
    public record Lease(long epoch, @Nullable UUID batch, long lastReceivedAtMillis) {}

    private final Connection connection;
    private final Lease found;
    private final long epoch;

    private WriterSession(Connection connection, Lease found, long epoch) {
        this.connection = connection;
        this.found = found;
        this.epoch = epoch;
    }

    /**
     * Tries to become the writer.
     *
     * @param lease how old a holder's lease must be before its session is ended
     * @return empty while another session holds the lock
     */
    public static Optional<WriterSession> acquire(Connection connection, String holder, Duration lease)
            throws SQLException {
        if (!tryLock(connection)) {
            endStaleHolder(connection, lease);
            return Optional.empty();
        }
        var found = readLease(connection);
        try (var statement = connection.prepareStatement("""
                UPDATE writer
                SET epoch = epoch + 1, holder = ?, backend_pid = pg_backend_pid(), heartbeat_at = clock_timestamp()
                WHERE partition = 0
                RETURNING epoch
                """)) {
            statement.setString(1, holder);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return Optional.of(new WriterSession(connection, found, rows.getLong(1)));
            }
        }
    }

    /** Names of the settings without which a commit may be lost, as far as they are off. */
    public static List<String> settingsThatLose(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on");
            try (var rows = statement.executeQuery("""
                    SELECT coalesce(string_agg(name, ','), '') FROM pg_settings
                    WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
                    """)) {
                rows.next();
                var names = rows.getString(1);
                return names.isEmpty() ? List.of() : List.of(names.split(","));
            }
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?, 0)")) {
            statement.setInt(1, LOCK_CLASS);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static Lease readLease(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT epoch, batch, last_received_at FROM writer WHERE partition = 0")) {
            rows.next();
            return new Lease(rows.getLong(1), rows.getObject(2, UUID.class), rows.getLong(3));
        }
    }

    /** A holder that no longer renews its lease is frozen or cut off: its session ends, and with it its lock. */
    private static void endStaleHolder(Connection connection, Duration lease) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT l.pid, pg_terminate_backend(l.pid)
                FROM writer AS w, pg_locks AS l
                WHERE w.partition = 0 AND w.heartbeat_at < clock_timestamp() - make_interval(secs => ?)
                    AND l.locktype = 'advisory' AND l.granted AND l.classid = ? AND l.objid = 0
                    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """)) {
            statement.setDouble(1, lease.toMillis() / 1000.0);
            statement.setInt(2, LOCK_CLASS);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    LOG.warnf("The writer's lease is stale; ended its session (backend %d)", rows.getInt(1));
                }
            }
        }
    }

    public Lease found() {
        return found;
    }

    public long epoch() {
        return epoch;
    }

    public Connection connection() {
        return connection;
    }

    /** See {@link LedgerStatement#append}. */
    public boolean append(LedgerColumns entries, UUID token) throws SQLException {
        return new LedgerStatement(connection).append(entries, token, epoch);
    }

    /** Renews the lease; false means that another writer has raised the epoch. */
    public boolean heartbeat() throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE writer SET heartbeat_at = clock_timestamp() WHERE partition = 0 AND epoch = ?")) {
            statement.setLong(1, epoch);
            return statement.executeUpdate() == 1;
        }
    }

    /** Ends the session, and with it the lock. */
    @Override
    public void close() {
        closeQuietly(connection);
    }

    public static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.debugf(failure, "A connection that is given up did not close in order");
        }
    }
}
