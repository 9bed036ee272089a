package io.fortyeight.close.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.StoredJson;
import io.fortyeight.web.http.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rehearsals and their reports, in the database. */
@ApplicationScoped
class RehearsalStore {

    static final int MAX_AT_ONCE = 2;

    /** An instance shows every second that it is alive; one that has not for this long has died, or might as well have. */
    private static final String SILENT = "state = 'running' AND seen_at < clock_timestamp() - interval '15 seconds'";

    private static final String DIED = "The instance that ran it has died: what is here is what it knew last";

    private final Database database;
    private final StoredJson json;

    RehearsalStore(Database database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Takes one of the few places.
     *
     * @param contestId of the contest that is rehearsed
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when there is none
     */
    void claim(int contestId, RehearsalReport report) {
        failSilent();
        QuarkusTransaction.requiringNew().run(() -> {
            database.sql("LOCK TABLE rehearsal IN SHARE ROW EXCLUSIVE MODE").update();
            var running = database.sql("SELECT contest_id FROM rehearsal WHERE state = 'running'")
                    .list(row -> row.getInt(1));
            if (running.contains(contestId)) {
                throw Problems.conflict("This contest is being rehearsed already");
            }
            if (running.size() >= MAX_AT_ONCE) {
                throw Problems.conflict(MAX_AT_ONCE + " rehearsals are running already");
            }
            database.sql("""
                    INSERT INTO rehearsal (id, contest_id, slug, state, started_at, seen_at, report)
                    VALUES (?, ?, ?, 'running', clock_timestamp(), clock_timestamp(), ?)
                    """, report.id(), contestId, report.contest(), json.text(report))
                    .update();
        });
    }

    /** The contest could not be made: nothing was rehearsed. */
    void giveBack(UUID id) {
        database.sql("DELETE FROM rehearsal WHERE id = ?", id).update();
    }

    /** Shows that it is alive. False when it was taken for dead: then its time is over. */
    boolean progress(RehearsalReport report) {
        return database.sql(
                                "UPDATE rehearsal SET seen_at = clock_timestamp(), report = ? WHERE id = ? AND state = 'running'",
                                json.text(report),
                                report.id())
                        .update()
                == 1;
    }

    void finish(RehearsalReport report) {
        database.sql("""
                UPDATE rehearsal SET state = ?, finished_at = clock_timestamp(), report = ?
                WHERE id = ? AND state = 'running'
                """, report.state(), json.text(report), report.id()).update();
    }

    List<UUID> newest(int contestId, int most) {
        return database.sql(
                        "SELECT id FROM rehearsal WHERE contest_id = ? ORDER BY started_at DESC, id LIMIT ?",
                        contestId,
                        most)
                .list(row -> row.getUuid(1));
    }

    /** The report of a contest's rehearsal. */
    Optional<JsonNode> find(int contestId, UUID id) {
        failSilent();
        return database.sql("SELECT state, report FROM rehearsal WHERE id = ? AND contest_id = ?", id, contestId)
                .first(row -> report(row.getString(1), row.getString(2)));
    }

    /** What the row says goes before what its instance said last. */
    private JsonNode report(String state, String text) {
        var report = (ObjectNode) json.tree(text);
        if (!state.equals(report.path("state").textValue())) {
            report.put("state", state).withArray("problems").add(DIED);
        }
        return report;
    }

    private void failSilent() {
        database.sql("UPDATE rehearsal SET state = 'failed', finished_at = clock_timestamp() WHERE " + SILENT)
                .update();
    }
}
