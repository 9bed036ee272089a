package io.fortyeight.close;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.contest.lifecycle.StateChange;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.web.data.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of how far each close has got, for people to read. It decides nothing: what is left to do follows from the
 * state in the contest's row, so that a record which is missing or late changes no close.
 */
@ApplicationScoped
public class CloseSteps {

    /**
     * The last attempt at a step.
     *
     * @param attempts how often it was begun; more than once after a crash, a wait, or a release
     * @param finishedAt null while it is under way or waits
     * @param detail what it waits for or what it found
     */
    @JsonInclude(Include.NON_NULL)
    public record Attempt(
            String step,
            int attempts,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String detail) {

        /** For when what was found may not be told. */
        public Attempt withoutDetail() {
            return new Attempt(step, attempts, startedAt, finishedAt, null);
        }
    }

    private final Statements statements;
    private final StampingClock clock;
    private final CloseFaults faults;
    private final Event<StepTaken> taken;

    CloseSteps(Statements statements, StampingClock clock, CloseFaults faults, Event<StepTaken> taken) {
        this.statements = statements;
        this.clock = clock;
        this.faults = faults;
        this.taken = taken;
    }

    /** Each contest's steps so far, in order. */
    public List<Attempt> of(int contestId) {
        return ofAll(List.of(contestId)).getOrDefault(contestId, List.of());
    }

    /** The same of many contests by one query; those without steps are left out. */
    public Map<Integer, List<Attempt>> ofAll(Collection<Integer> contestIds) {
        return statements.with("""
                SELECT step, attempts, started_at, finished_at, detail, contest_id FROM close_step
                WHERE contest_id = ANY(?) ORDER BY contest_id, started_at, array_position(
                    ARRAY['drain', 'recount', 'compare', 'certify', 'announce'], step)
                """, query -> {
            query.setObject(1, contestIds.stream().mapToInt(Integer::intValue).toArray());
            try (var rows = query.executeQuery()) {
                Map<Integer, List<Attempt>> attempts = new HashMap<>();
                while (rows.next()) {
                    attempts.computeIfAbsent(rows.getInt(6), id -> new ArrayList<>())
                            .add(attempt(rows));
                }
                return attempts;
            }
        });
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        var finishedAt = row.getObject(4, OffsetDateTime.class);
        return new Attempt(
                row.getString(1),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getString(5));
    }

    void begin(int contestId, CloseStep step) {
        var attempts = statements.with("""
                INSERT INTO close_step AS s (contest_id, step, attempts, started_at) VALUES (?, ?, 1, ?)
                ON CONFLICT (contest_id, step) DO UPDATE
                SET attempts = s.attempts + 1, started_at = excluded.started_at, finished_at = NULL, detail = NULL
                RETURNING attempts
                """, insert -> {
            insert.setInt(1, contestId);
            insert.setString(2, step.jsonName());
            insert.setTimestamp(3, Timestamp.from(clock.now()));
            try (var rows = insert.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
        faults.at(contestId, step, attempts);
    }

    /** Steps that change the state end in its transaction: nobody can die in between. */
    void record(@Observes StateChange change) {
        switch (change.to()) {
            case CERTIFIED -> end(change.contestId(), CloseStep.CERTIFY, "Certified");
            case ANNOUNCED -> end(change.contestId(), CloseStep.ANNOUNCE, "Announced");
            case SCHEDULED, OPEN, CLOSING, HELD -> {
                // The closer tells.
            }
        }
    }

    void end(int contestId, CloseStep step, String detail) {
        var at = clock.now();
        var millis = statements.with("""
                UPDATE close_step SET finished_at = ?, detail = ? WHERE contest_id = ? AND step = ?
                RETURNING extract(epoch FROM finished_at - started_at) * 1000
                """, update -> {
            update.setTimestamp(1, Timestamp.from(at));
            update.setString(2, detail);
            update.setInt(3, contestId);
            update.setString(4, step.jsonName());
            try (var rows = update.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        });
        taken.fire(new StepTaken(contestId, step, millis));
    }

    /** It can't end yet; the next sweep begins it again. */
    void waits(int contestId, CloseStep step, String why) {
        statements.with("UPDATE close_step SET detail = ? WHERE contest_id = ? AND step = ?", update -> {
            update.setString(1, why);
            update.setInt(2, contestId);
            update.setString(3, step.jsonName());
            return update.executeUpdate();
        });
    }
}
