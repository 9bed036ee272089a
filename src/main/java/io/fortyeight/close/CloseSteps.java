package io.fortyeight.close;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.contest.lifecycle.StateChange;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
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

    private final Database database;
    private final StampingClock clock;
    private final Event<StepTaken> taken;

    CloseSteps(Database database, StampingClock clock, Event<StepTaken> taken) {
        this.database = database;
        this.clock = clock;
        this.taken = taken;
    }

    /** Each contest's steps so far, in order. */
    public List<Attempt> of(int contestId) {
        return ofAll(List.of(contestId)).getOrDefault(contestId, List.of());
    }

    /** The same of many contests by one query; those without steps are left out. */
    public Map<Integer, List<Attempt>> ofAll(Collection<Integer> contestIds) {
        Map<Integer, List<Attempt>> attempts = new HashMap<>();
        database.sql("""
                SELECT step, attempts, started_at, finished_at, detail, contest_id FROM close_step
                WHERE contest_id = ANY(?) ORDER BY contest_id, started_at, array_position(
                    ARRAY['drain', 'recount', 'compare', 'certify', 'announce'], step)
                """, contestIds)
                .forEach(row -> attempts.computeIfAbsent(row.getInt("contest_id"), id -> new ArrayList<>())
                        .add(attempt(row)));
        return attempts;
    }

    private static Attempt attempt(SqlRow row) {
        return new Attempt(
                row.getString("step"),
                row.getInt("attempts"),
                row.getInstant("started_at"),
                row.getInstantOrNull("finished_at"),
                row.getStringOrNull("detail"));
    }

    void begin(int contestId, CloseStep step) {
        database.sql("""
                INSERT INTO close_step AS s (contest_id, step, attempts, started_at) VALUES (?, ?, 1, ?)
                ON CONFLICT (contest_id, step) DO UPDATE
                SET attempts = s.attempts + 1, started_at = excluded.started_at, finished_at = NULL, detail = NULL
                """, contestId, step.jsonName(), clock.now()).update();
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
        long millis = database.sql("""
                UPDATE close_step SET finished_at = ?, detail = ? WHERE contest_id = ? AND step = ?
                RETURNING extract(epoch FROM finished_at - started_at) * 1000
                """, clock.now(), detail, contestId, step.jsonName())
                .first(row -> row.getLong(1))
                .orElse(0L);
        taken.fire(new StepTaken(contestId, step, millis));
    }

    /** It can't end yet; the next sweep begins it again. */
    void waits(int contestId, CloseStep step, String why) {
        database.sql(
                        "UPDATE close_step SET detail = ? WHERE contest_id = ? AND step = ?",
                        why,
                        contestId,
                        step.jsonName())
                .update();
    }
}
