package io.fortyeight.contest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
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

    ContestLifecycle(
            EntityManager database, DirectoryVersion version, ContestDirectory directory, RobotsVersion robots) {
        this.database = database;
        this.version = version;
        this.directory = directory;
        this.robots = robots;
    }

    /** Scheduled to open. Pins the card, with the robots list in force, by its hash. */
    public boolean open(int id) {
        return step(() -> {
            var rules = database.createNativeQuery(
                            "SELECT rules FROM contest WHERE id = :id AND state = 'scheduled' FOR UPDATE", String.class)
                    .setParameter("id", id)
                    .getResultList();
            if (rules.isEmpty()) {
                return false;
            }
            var card = RulesReader.withRobots(RulesReader.stored((String) rules.get(0)), robots.robots());
            return changesOne(update("state = 'open', rules = :rules, rules_hash = :hash", id, ContestState.SCHEDULED)
                    .setParameter("rules", card.canonicalJson())
                    .setParameter("hash", card.hash()));
        });
    }

    /** Open to closing. */
    public boolean beginClosing(int id) {
        return step(() -> changesOne(update("state = 'closing'", id, ContestState.OPEN)));
    }

    /** Closing to held: ledger and tally disagree, and {@code reason} is shown wherever the contest is. */
    public boolean hold(int id, String reason) {
        return step(() -> changesOne(update("state = 'held', held_reason = :reason", id, ContestState.CLOSING)
                .setParameter("reason", reason)));
    }

    /** Held back to closing. */
    public boolean release(int id) {
        return step(() -> changesOne(update("state = 'closing', held_reason = NULL", id, ContestState.HELD)));
    }

    /**
     * Closing to certified, with the result, in one transaction.
     *
     * @param result byte for byte as it will be published
     */
    public boolean certify(int id, Instant certifiedAt, String result) {
        return step(() -> {
            var certified = changesOne(update("state = 'certified', certified_at = :at", id, ContestState.CLOSING)
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

    /** Certified to announced. */
    public boolean announce(int id) {
        return step(() -> changesOne(update("state = 'announced'", id, ContestState.CERTIFIED)));
    }

    /** Makes the contest's pseudonyms final: nobody can tell any more whose they are. In any state. */
    public boolean destroySecret(int id) {
        return step(() -> changesOne(
                database.createNativeQuery("UPDATE contest SET secret = NULL WHERE id = :id AND secret IS NOT NULL")
                        .setParameter("id", id)));
    }

    private Query update(String changes, int id, ContestState from) {
        return database.createNativeQuery("UPDATE contest SET " + changes + " WHERE id = :id AND state = :from")
                .setParameter("id", id)
                .setParameter("from", from.wire());
    }

    private static boolean changesOne(Query update) {
        return update.executeUpdate() == 1;
    }

    private boolean step(BooleanSupplier change) {
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
}
