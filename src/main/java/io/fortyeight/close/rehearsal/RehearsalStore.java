package io.fortyeight.close.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.web.data.Statements;
import io.fortyeight.web.data.StoredJson;
import io.fortyeight.web.http.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private final Statements statements;
    private final StoredJson json;

    RehearsalStore(Statements statements, StoredJson json) {
        this.statements = statements;
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
        QuarkusTransaction.requiringNew()
                .run(() -> statements.with("LOCK TABLE rehearsal IN SHARE ROW EXCLUSIVE MODE", lock -> {
                    lock.execute();
                    refuseMore(lock.getConnection(), contestId);
                    try (var insert = lock.getConnection().prepareStatement("""
                    INSERT INTO rehearsal (id, contest_id, slug, state, started_at, seen_at, report)
                    VALUES (?, ?, ?, 'running', clock_timestamp(), clock_timestamp(), ?)
                    """)) {
                        insert.setObject(1, report.id());
                        insert.setInt(2, contestId);
                        insert.setString(3, report.contest());
                        insert.setString(4, json.text(report));
                        return insert.executeUpdate();
                    }
                }));
    }

    private static void refuseMore(Connection connection, int contestId) throws SQLException {
        try (var query = connection.prepareStatement("SELECT contest_id FROM rehearsal WHERE state = 'running'");
                var rows = query.executeQuery()) {
            for (int running = 1; rows.next(); running++) {
                if (rows.getInt(1) == contestId) {
                    throw Problems.conflict("This contest is being rehearsed already");
                }
                if (running == MAX_AT_ONCE) {
                    throw Problems.conflict(MAX_AT_ONCE + " rehearsals are running already");
                }
            }
        }
    }

    /** The contest could not be made: nothing was rehearsed. */
    void giveBack(UUID id) {
        statements.with("DELETE FROM rehearsal WHERE id = ?", delete -> {
            delete.setObject(1, id);
            return delete.executeUpdate();
        });
    }

    /** Shows that it is alive. False when it was taken for dead: then its time is over. */
    boolean progress(RehearsalReport report) {
        return statements.with(
                "UPDATE rehearsal SET seen_at = clock_timestamp(), report = ? WHERE id = ? AND state = 'running'",
                update -> {
                    update.setString(1, json.text(report));
                    update.setObject(2, report.id());
                    return update.executeUpdate() == 1;
                });
    }

    void finish(RehearsalReport report) {
        statements.with("""
                UPDATE rehearsal SET state = ?, finished_at = clock_timestamp(), report = ?
                WHERE id = ? AND state = 'running'
                """, update -> {
            update.setString(1, report.state());
            update.setString(2, json.text(report));
            update.setObject(3, report.id());
            return update.executeUpdate();
        });
    }

    List<UUID> newest(int contestId, int most) {
        return statements.with(
                "SELECT id FROM rehearsal WHERE contest_id = ? ORDER BY started_at DESC, id LIMIT ?", query -> {
                    query.setInt(1, contestId);
                    query.setInt(2, most);
                    try (var rows = query.executeQuery()) {
                        List<UUID> ids = new ArrayList<>();
                        while (rows.next()) {
                            ids.add(rows.getObject(1, UUID.class));
                        }
                        return ids;
                    }
                });
    }

    /** The report of a contest's rehearsal. */
    Optional<JsonNode> find(int contestId, UUID id) {
        failSilent();
        return statements.with("SELECT state, report FROM rehearsal WHERE id = ? AND contest_id = ?", query -> {
            query.setObject(1, id);
            query.setInt(2, contestId);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(report(rows.getString(1), rows.getString(2))) : Optional.empty();
            }
        });
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
        statements.with(
                "UPDATE rehearsal SET state = 'failed', finished_at = clock_timestamp() WHERE " + SILENT,
                PreparedStatement::executeUpdate);
    }
}
