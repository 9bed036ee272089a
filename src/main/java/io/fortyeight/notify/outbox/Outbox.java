package io.fortyeight.notify.outbox;

import io.fortyeight.contest.lifecycle.StateChange;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import io.fortyeight.web.data.StoredJson;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The events of all contests. Writing and taking them is part of the caller's transaction. */
@Singleton
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox (id, contest_id, type, occasion, occurred_at, payload) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (contest_id, type, occasion) DO NOTHING
            """;

    private final Database database;
    private final StoredJson json;
    private final WarningTimes times;

    Outbox(Database database, StoredJson json, WarningTimes times) {
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
        var contest = ContestRow.read(database, change.contestId());
        insert(change.contestId(), type.get(), occasion(change.contestId(), type.get()), change.at(), contest);
    }

    /** Only a close can be held more than once. The step has locked the contest's row, so nobody else counts now. */
    private String occasion(int contestId, EventType type) {
        return type == EventType.HELD
                ? database.sql(
                                "SELECT count(*) + 1 FROM outbox WHERE contest_id = ? AND type = ?",
                                contestId,
                                type.jsonName())
                        .one(row -> row.getString(1))
                : "";
    }

    /** Warns that the window is about to close, unless it was warned of as near a close before, or is not open any more. */
    @Transactional(TxType.REQUIRES_NEW)
    void warn(ClosingWarning warning, Instant now) {
        var contestId = warning.contestId();
        ContestRow.keepOpen(database, contestId)
                .filter(contest -> !isWarned(warning))
                .ifPresent(contest ->
                        insert(contestId, EventType.CLOSING, warning.before().toString(), now, contest));
    }

    private boolean isWarned(ClosingWarning warning) {
        return database.sql(
                        "SELECT FROM outbox WHERE contest_id = ? AND type = ? AND occasion = ANY (?)",
                        warning.contestId(),
                        EventType.CLOSING.jsonName(),
                        times.asNear(warning))
                .exists();
    }

    private void insert(int contestId, EventType type, String occasion, Instant occurredAt, ContestRow contest) {
        database.sql(
                        INSERT,
                        UUID.randomUUID(),
                        contestId,
                        type.jsonName(),
                        occasion,
                        occurredAt,
                        json.text(EventPayload.of(type, occurredAt, contest)))
                .update();
    }

    /** The newest events of a contest, the newest first. */
    public List<OutboxEvent> newest(int contestId, int most) {
        return database.sql("""
                SELECT id, contest_id, type, occurred_at, payload FROM outbox
                WHERE contest_id = ? ORDER BY number DESC LIMIT ?
                """, contestId, most).list(Outbox::event);
    }

    /**
     * Takes events that nobody has taken, the oldest first; who takes them at the same time gets others. They are taken when
     * the caller's transaction commits.
     */
    @Transactional(TxType.MANDATORY)
    public List<OutboxEvent> take(int most) {
        return database.sql("""
                WITH taken AS (
                    UPDATE outbox SET is_taken = true WHERE number IN
                        (SELECT number FROM outbox WHERE NOT is_taken ORDER BY number LIMIT ? FOR UPDATE SKIP LOCKED)
                    RETURNING number, id, contest_id, type, occurred_at, payload)
                SELECT id, contest_id, type, occurred_at, payload FROM taken ORDER BY number
                """, most).list(Outbox::event);
    }

    private static OutboxEvent event(SqlRow row) {
        return new OutboxEvent(
                row.getUuid("id"),
                row.getInt("contest_id"),
                EventType.ofJsonName(row.getString("type")),
                row.getInstant("occurred_at"),
                row.getString("payload"));
    }
}
