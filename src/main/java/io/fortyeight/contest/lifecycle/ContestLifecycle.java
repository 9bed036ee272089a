package io.fortyeight.contest.lifecycle;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.DirectoryVersion;
import io.fortyeight.contest.rules.RobotsVersion;
import io.fortyeight.contest.rules.RulesReader;
import io.fortyeight.web.data.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Takes a contest from one state to the next. Each step is conditional on the stored state, so that it may be tried
 * twice, or by two instances: exactly one call returns true. When any call returns, the directory shows the outcome.
 */
@Singleton
public class ContestLifecycle {

    private final Database database;
    private final DirectoryVersion version;
    private final ContestDirectory directory;
    private final RobotsVersion robots;
    private final Clock clock;
    private final Event<StateChange> changes;

    ContestLifecycle(
            Database database,
            DirectoryVersion version,
            ContestDirectory directory,
            RobotsVersion robots,
            Clock clock,
            Event<StateChange> changes) {
        this.database = database;
        this.version = version;
        this.directory = directory;
        this.robots = robots;
        this.clock = clock;
        this.changes = changes;
    }

    /** Scheduled to open. Pins the card, with the robots list in force, by its hash. */
    public boolean open(int id) {
        return step(id, ContestState.SCHEDULED, ContestState.OPEN, () -> {
            var rules = database.sql("SELECT rules FROM contest WHERE id = ? AND state = 'scheduled' FOR UPDATE", id)
                    .first(row -> RulesReader.stored(row.getString(1)).withRobots(robots.robots()));
            return rules.isPresent()
                    && moves(
                            id,
                            ContestState.SCHEDULED,
                            ContestState.OPEN,
                            "rules = ?, rules_hash = ?, ",
                            rules.get().canonicalJson(),
                            rules.get().hash());
        });
    }

    /** Open to closing. */
    public boolean beginClosing(int id) {
        return step(id, ContestState.OPEN, ContestState.CLOSING);
    }

    /**
     * Closing to held: ledger and tally disagree, and {@code reason} is shown wherever the contest is.
     *
     * @param epoch of the writer that found it; another one's finding no longer holds
     */
    public boolean hold(int id, long epoch, String reason) {
        return step(
                id,
                ContestState.CLOSING,
                ContestState.HELD,
                () -> isStillWriter(epoch)
                        && moves(id, ContestState.CLOSING, ContestState.HELD, "held_reason = ?, ", reason));
    }

    /**
     * Held back to closing, on record.
     *
     * @param by whose decision it is
     * @param reason theirs
     */
    public boolean release(int id, String by, String reason) {
        return step(id, ContestState.HELD, ContestState.CLOSING, () -> {
            var isRecorded = changesOne("""
                    INSERT INTO close_release (contest_id, released_at, released_by, held_reason, reason)
                    SELECT id, ?, ?, held_reason, ? FROM contest WHERE id = ? AND state = 'held' FOR UPDATE
                    """, now(), by, reason, id);
            return isRecorded && moves(id, ContestState.HELD, ContestState.CLOSING, "held_reason = NULL, ");
        });
    }

    /**
     * Closing to certified, with the result, in one transaction.
     *
     * @param epoch of the writer that drained and recounted
     * @param result byte for byte as it will be published
     */
    public boolean certify(int id, long epoch, Instant certifiedAt, String result) {
        return step(
                id,
                ContestState.CLOSING,
                ContestState.CERTIFIED,
                () -> isStillWriter(epoch)
                        && moves(id, ContestState.CLOSING, ContestState.CERTIFIED, "certified_at = ?, ", certifiedAt)
                        && changesOne("INSERT INTO result (contest_id, body) VALUES (?, ?)", id, result));
    }

    /** And stays it until the transaction ends: nobody can raise the epoch meanwhile. */
    private boolean isStillWriter(long epoch) {
        return database.sql("SELECT FROM writer WHERE partition = 0 AND epoch = ? FOR SHARE", epoch)
                .exists();
    }

    /** Certified to announced. */
    public boolean announce(int id) {
        return step(id, ContestState.CERTIFIED, ContestState.ANNOUNCED);
    }

    /** Makes the contest's pseudonyms final: nobody can tell any more whose they are. In any state. */
    public boolean destroySecret(int id) {
        return inTransaction(
                () -> changesOne("UPDATE contest SET secret = NULL WHERE id = ? AND secret IS NOT NULL", id));
    }

    /** @param more assignments, each with a comma behind, with one value for each question mark */
    private boolean moves(int id, ContestState from, ContestState to, String more, Object... values) {
        var parameters = Stream.concat(Stream.of(values), Stream.of(to.jsonName(), id, from.jsonName()));
        return changesOne("UPDATE contest SET " + more + "state = ? WHERE id = ? AND state = ?", parameters.toArray());
    }

    private boolean changesOne(String sql, Object... parameters) {
        return database.sql(sql, parameters).update() == 1;
    }

    /** A step that changes nothing but the state. */
    private boolean step(int id, ContestState from, ContestState to) {
        return step(id, from, to, () -> moves(id, from, to, ""));
    }

    /** Whoever has to tell of a step does so in its transaction: it is told of if and only if it was made. */
    private boolean step(int id, ContestState from, ContestState to, BooleanSupplier change) {
        return inTransaction(() -> {
            var done = change.getAsBoolean();
            if (done) {
                changes.fire(new StateChange(id, from, to, now()));
            }
            return done;
        });
    }

    private boolean inTransaction(BooleanSupplier change) {
        boolean changed = QuarkusTransaction.requiringNew().call(() -> {
            var done = change.getAsBoolean();
            if (done) {
                version.raise();
            }
            return done;
        });
        directory.refresh();
        return changed;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
