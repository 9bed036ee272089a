package io.fortyeight.notify.outbox;

import io.fortyeight.contest.lifecycle.StateChange;
import io.fortyeight.web.data.StoredJson;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The events of all contests. Writing and taking them is part of the caller's transaction. */
@Singleton
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox (id, contest_id, type, occasion, occurred_at, payload) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (contest_id, type, occasion) DO NOTHING
            """;

    private final DataSource database;
    private final StoredJson json;
    private final WarningTimes times;

    Outbox(DataSource database, StoredJson json, WarningTimes times) {
        this.database = database;
        this.json = json;
        this.times = times;
    }

    /** Tells of a step within its transaction: the event is there if and only if the step was made. */
    @Transactional(TxType.MANDATORY)
    void tell(@Observes StateChange change) {
        var type = EventType.of(change);
        if (type.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            var contest = ContestRow.read(connection, change.contestId());
            insert(
                    connection,
                    change.contestId(),
                    type.get(),
                    occasion(connection, change.contestId(), type.get()),
                    change.at(),
                    contest);
        } catch (SQLException failure) {
            throw new IllegalStateException("A step of contest " + change.contestId() + " can't be told", failure);
        }
    }

    /** Only a close can be held more than once. The step has locked the contest's row, so nobody else counts now. */
    private static String occasion(Connection connection, int contestId, EventType type) throws SQLException {
        if (type != EventType.HELD) {
            return "";
        }
        try (var query =
                connection.prepareStatement("SELECT count(*) + 1 FROM outbox WHERE contest_id = ? AND type = ?")) {
            query.setInt(1, contestId);
            query.setString(2, type.jsonName());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** Warns that the window is about to close, unless it was warned of as near a close before, or is not open any more. */
    @Transactional(TxType.REQUIRES_NEW)
    void warn(ClosingWarning warning, Instant now) {
        var contestId = warning.contestId();
        try (var connection = database.getConnection()) {
            var contest = ContestRow.keepOpen(connection, contestId);
            if (contest.isPresent() && !isWarned(connection, warning)) {
                insert(
                        connection,
                        contestId,
                        EventType.CLOSING,
                        warning.before().toString(),
                        now,
                        contest.get());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The close of contest " + contestId + " can't be warned of", failure);
        }
    }

    private boolean isWarned(Connection connection, ClosingWarning warning) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT FROM outbox WHERE contest_id = ? AND type = ? AND occasion = ANY (?)")) {
            query.setInt(1, warning.contestId());
            query.setString(2, EventType.CLOSING.jsonName());
            query.setArray(3, connection.createArrayOf("text", times.asNear(warning)));
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void insert(
            Connection connection,
            int contestId,
            EventType type,
            String occasion,
            Instant occurredAt,
            ContestRow contest)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setInt(2, contestId);
            insert.setString(3, type.jsonName());
            insert.setString(4, occasion);
            insert.setTimestamp(5, Timestamp.from(occurredAt));
            insert.setString(6, json.text(EventPayload.of(type, occurredAt, contest)));
            insert.executeUpdate();
        }
    }

    /** The newest events of a contest, the newest first. */
    public List<OutboxEvent> newest(int contestId, int most) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        SELECT number, id, contest_id, type, occurred_at, payload FROM outbox
                        WHERE contest_id = ? ORDER BY number DESC LIMIT ?
                        """)) {
            query.setInt(1, contestId);
            query.setInt(2, most);
            return events(query).stream().map(Numbered::event).toList();
        } catch (SQLException failure) {
            throw new IllegalStateException("The events can't be read", failure);
        }
    }

    /**
     * Takes events that nobody has taken, the oldest first; who takes them at the same time gets others. They are taken when
     * the caller's transaction commits.
     */
    @Transactional(TxType.MANDATORY)
    public List<OutboxEvent> take(int most) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE outbox SET is_taken = true WHERE number IN
                            (SELECT number FROM outbox WHERE NOT is_taken ORDER BY number LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING number, id, contest_id, type, occurred_at, payload
                        """)) {
            update.setInt(1, most);
            return events(update).stream()
                    .sorted(Comparator.comparingLong(Numbered::number))
                    .map(Numbered::event)
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException("The events can't be taken", failure);
        }
    }

    private record Numbered(long number, OutboxEvent event) {}

    private static List<Numbered> events(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var events = new ArrayList<Numbered>();
            while (rows.next()) {
                events.add(new Numbered(
                        rows.getLong("number"),
                        new OutboxEvent(
                                rows.getObject("id", UUID.class),
                                rows.getInt("contest_id"),
                                EventType.ofJsonName(rows.getString("type")),
                                rows.getObject("occurred_at", OffsetDateTime.class)
                                        .toInstant(),
                                rows.getString("payload"))));
            }
            return events;
        }
    }
}
