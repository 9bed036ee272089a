package io.fortyeight.ingest.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ingest.format.ImportFormat;
import io.fortyeight.ledger.store.ImportPartition;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.StoredJson;
import io.fortyeight.web.http.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports' rows. An import begins, reports, and ends once; all that counts hangs on its end. */
@ApplicationScoped
class ImportStore {

    /** An import that runs, or that nobody runs any more. */
    record Running(UUID id, int partitionId) {}

    private final Database database;
    private final StoredJson json;

    ImportStore(Database database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Makes the import and its partition. Holds the contest's row meanwhile, so that no close begins unnoticed.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the same bytes are in the contest already, or when the
     *     contest takes no imports
     */
    Running begin(int contestId, ImportFormat format, byte[] sha256, Instant createdAt) {
        return QuarkusTransaction.requiringNew().call(() -> {
            requireOpen(contestId);
            requireNew(contestId, sha256);
            var running = new Running(
                    UUID.randomUUID(), ImportPartition.make(database, contestId).partitionId());
            database.sql("""
                    INSERT INTO import (id, contest_id, partition_id, format, sha256, state, created_at)
                    VALUES (?, ?, ?, ?, ?, 'running', ?)
                    """, running.id, contestId, running.partitionId, format.jsonName(), sha256, createdAt)
                    .update();
            return running;
        });
    }

    private void requireOpen(int contestId) {
        var state = database.sql("SELECT state FROM contest WHERE id = ? FOR UPDATE", contestId)
                .first(row -> row.getString(1));
        if (state.filter(List.of("scheduled", "open")::contains).isEmpty()) {
            throw Problems.conflict("This contest is being closed or has closed: it takes no more imports");
        }
    }

    private void requireNew(int contestId, byte[] sha256) {
        database.sql(
                        "SELECT id FROM import WHERE contest_id = ? AND sha256 = ? AND state <> 'failed'",
                        contestId,
                        sha256)
                .first(row -> row.getUuid(1))
                .ifPresent(id -> {
                    throw Problems.conflict("The same bytes have been imported already, as " + id);
                });
    }

    void report(UUID id, ImportProgress progress, Map<String, Long> verdicts) {
        database.sql(
                        """
                        UPDATE import
                        SET read = ?, accepted = ?, malformed = ?, malformed_lines = ?::jsonb, verdicts = ?::jsonb
                        WHERE id = ? AND state = 'running'
                        """,
                        progress.read(),
                        progress.accepted(),
                        progress.malformed(),
                        json.text(progress.malformedLines()),
                        json.text(verdicts),
                        id)
                .update();
    }

    /**
     * Lets the import count.
     *
     * @return false when somebody took it for dead meanwhile
     */
    boolean finish(Running running, ImportProgress progress, Map<String, Long> verdicts, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> {
            report(running.id(), progress, verdicts);
            var finished = end(running, "done", null, at);
            if (finished && !ImportPartition.finish(database, running.partitionId())) {
                throw new IllegalStateException("Import " + running.id() + " runs, but its partition has ended");
            }
            return finished;
        });
    }

    /** Ends an import that does not count, and clears away what it wrote. */
    void fail(Running running, String why, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> {
            end(running, "failed", why, at);
            ImportPartition.fail(database, running.partitionId());
        });
        ImportPartition.clear(database, running.partitionId());
    }

    private boolean end(Running running, String state, @Nullable String why, Instant at) {
        return database.sql(
                                "UPDATE import SET state = ?, failure = ?, finished_at = ? WHERE id = ? AND state = 'running'",
                                state,
                                why,
                                at,
                                running.id())
                        .update()
                == 1;
    }

    List<Running> running() {
        return database.sql("SELECT id, partition_id FROM import WHERE state = 'running'")
                .list(row -> new Running(row.getUuid(1), row.getInt(2)));
    }

    boolean areRunning(int contestId) {
        return database.sql("SELECT FROM import WHERE contest_id = ? AND state = 'running' LIMIT 1", contestId)
                .exists();
    }

    List<UUID> newest(int contestId, int most) {
        return database.sql(
                        "SELECT id FROM import WHERE contest_id = ? ORDER BY created_at DESC, id LIMIT ?",
                        contestId,
                        most)
                .list(row -> row.getUuid(1));
    }

    Optional<ImportReport> find(int contestId, UUID id) {
        return database.sql("""
                SELECT state, failure, read, accepted, malformed, malformed_lines::text, verdicts::text
                FROM import WHERE contest_id = ? AND id = ?
                """, contestId, id)
                .first(row -> new ImportReport(
                        id,
                        row.getString(1),
                        row.getStringOrNull(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        json.value(row.getString(6), new TypeReference<>() {}),
                        inOrder(json.value(row.getString(7), new TypeReference<>() {}))));
    }

    /** By the order of the rules, which the database does not keep. */
    private static Map<String, Long> inOrder(Map<String, Long> verdicts) {
        var ordered = new LinkedHashMap<String, Long>();
        for (var verdict : Verdict.values()) {
            var count = verdicts.get(verdict.jsonName());
            if (count != null) {
                ordered.put(verdict.jsonName(), count);
            }
        }
        return ordered;
    }
}
