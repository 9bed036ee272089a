package io.fortyeight.contest.lifecycle;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.DirectoryVersion;
import io.fortyeight.contest.rules.RobotsVersion;
import io.fortyeight.contest.rules.RulesReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;

/**
 * Takes a contest from one state to the next. Each step is conditional on the stored state, so that it may be tried
 * twice, or by two instances: exactly one call returns true. When any call returns, the directory shows the outcome.
 */
@Singleton
public class ContestLifecycle {

    private final EntityManager database;
    private final DirectoryVersion version;
    private final ContestDirectory directory;
    private final RobotsVersion robots;
    private final Clock clock;
    private final Event<StateChange> changes;

    ContestLifecycle(
            EntityManager database,
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
            var rules = database.createNativeQuery(
                            "SELECT rules FROM contest WHERE id = :id AND state = 'scheduled' FOR UPDATE", String.class)
                    .setParameter("id", id)
                    .getResultList();
            if (rules.isEmpty()) {
                return false;
            }
            var card = RulesReader.stored((String) rules.get(0)).withRobots(robots.robots());
            return changesOne(
                    update(", rules = :rules, rules_hash = :hash", id, ContestState.SCHEDULED, ContestState.OPEN)
                            .setParameter("rules", card.canonicalJson())
                            .setParameter("hash", card.hash()));
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
                        && changesOne(update(", held_reason = :reason", id, ContestState.CLOSING, ContestState.HELD)
                                .setParameter("reason", reason)));
    }

    /**
     * Held back to closing, on record.
     *
     * @param by whose decision it is
     * @param reason theirs
     */
    public boolean release(int id, String by, String reason) {
        return step(id, ContestState.HELD, ContestState.CLOSING, () -> {
            var isRecorded = changesOne(database.createNativeQuery("""
                            INSERT INTO close_release (contest_id, released_at, released_by, held_reason, reason)
                            SELECT id, :at, :by, held_reason, :reason FROM contest
                            WHERE id = :id AND state = 'held' FOR UPDATE
                            """)
                    .setParameter("id", id)
                    .setParameter("at", now())
                    .setParameter("by", by)
                    .setParameter("reason", reason));
            return isRecorded
                    && changesOne(update(", held_reason = NULL", id, ContestState.HELD, ContestState.CLOSING));
        });
    }

    /**
     * Closing to certified, with the result, in one transaction.
     *
     * @param epoch of the writer that drained and recounted
     * @param result byte for byte as it will be published
     */
    public boolean certify(int id, long epoch, Instant certifiedAt, String result) {
        return step(id, ContestState.CLOSING, ContestState.CERTIFIED, () -> {
            var certified = isStillWriter(epoch)
                    && changesOne(update(", certified_at = :at", id, ContestState.CLOSING, ContestState.CERTIFIED)
                            .setParameter("at", certifiedAt));
            if (certified) {
                database.createNativeQuery("INSERT INTO result (contest_id, body) VALUES (:id, :body)")
                        .setParameter("id", id)
                        .setParameter("body", result)
                        .executeUpdate();
            }
            return certified;
        });
    }

    /** And stays it until the transaction ends: nobody can raise the epoch meanwhile. */
    private boolean isStillWriter(long epoch) {
        return !database.createNativeQuery("SELECT epoch FROM writer WHERE partition = 0 AND epoch = :epoch FOR SHARE")
                .setParameter("epoch", epoch)
                .getResultList()
                .isEmpty();
    }

    /** Certified to announced. */
    public boolean announce(int id) {
        return step(id, ContestState.CERTIFIED, ContestState.ANNOUNCED);
    }

    /** Makes the contest's pseudonyms final: nobody can tell any more whose they are. In any state. */
    public boolean destroySecret(int id) {
        return inTransaction(() -> changesOne(
                database.createNativeQuery("UPDATE contest SET secret = NULL WHERE id = :id AND secret IS NOT NULL")
                        .setParameter("id", id)));
    }

    /** @param more assignments, each with a comma in front */
    private Query update(String more, int id, ContestState from, ContestState to) {
        return database.createNativeQuery("UPDATE contest SET state = :to" + more + " WHERE id = :id AND state = :from")
                .setParameter("id", id)
                .setParameter("from", from.jsonName())
                .setParameter("to", to.jsonName());
    }

    private static boolean changesOne(Query update) {
        return update.executeUpdate() == 1;
    }

    /** A step that changes nothing but the state. */
    private boolean step(int id, ContestState from, ContestState to) {
        return step(id, from, to, () -> changesOne(update("", id, from, to)));
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
