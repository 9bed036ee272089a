package io.fortyeight.audit;

import io.fortyeight.account.Actor;
import io.fortyeight.account.SignedIn;
import io.fortyeight.web.Statements;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes and reads the log. Every method waits for the database, and tells as 503 when it does not answer. */
@Singleton
class AuditLog {

    /** What may be the name of a contest; the database does not take every text. */
    private static final Pattern SLUG = Pattern.compile("[\\w-]{1,100}");

    private final Statements statements;
    private final Clock clock;

    AuditLog(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** What somebody is about to do. */
    record Action(
            Actor actor,
            String method,
            String path,
            @Nullable String contest,
            String details) {

        private static final int MOST_CHARACTERS = 500;

        static Action of(Actor actor, ContainerRequestContext request, @Nullable String contest, String details) {
            var path = request.getUriInfo().getRequestUri().getRawPath();
            var shown = path.substring(0, Math.min(path.length(), MOST_CHARACTERS));
            return new Action(actor, request.getMethod(), shown, contest, details);
        }
    }

    /** In the transaction in which the session begins. */
    void signedIn(@Observes SignedIn event) {
        var action = begin(new Action(event.actor(), "POST", "/login", null, ""));
        end(action, Status.SEE_OTHER.getStatusCode());
    }

    /** To be called before it is done; without an {@link #end} it is not known whether it was. */
    long begin(Action action) {
        return statements.with("""
                        INSERT INTO audit_action (at, actor, kind, role, method, path, contest, details)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """, insert -> {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.setString(2, action.actor.name());
            insert.setString(3, action.actor.kind().name().toLowerCase(Locale.ROOT));
            insert.setString(4, action.actor.role());
            insert.setString(5, action.method);
            insert.setString(6, action.path);
            insert.setString(7, isSlug(action.contest) ? action.contest : null);
            insert.setString(8, action.details);
            try (var rows = insert.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    void end(long action, int status) {
        statements.with("INSERT INTO audit_outcome (action_id, at, status) VALUES (?, ?, ?)", insert -> {
            insert.setLong(1, action);
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setInt(3, status);
            return insert.executeUpdate();
        });
    }

    /**
     * The latest ones first.
     *
     * @param contest null for all, whether of a contest or not
     * @param before only those with a smaller id
     */
    List<AuditEntry> read(@Nullable String contest, long before, int limit) {
        if (contest != null && !isSlug(contest)) {
            return List.of();
        }
        return statements.with("""
                        SELECT a.*, o.status FROM audit_action a LEFT JOIN audit_outcome o ON o.action_id = a.id
                        WHERE a.id < ? AND (?::text IS NULL OR a.contest = ?) ORDER BY a.id DESC LIMIT ?
                        """, select -> {
            select.setLong(1, before);
            select.setString(2, contest);
            select.setString(3, contest);
            select.setInt(4, limit);
            var entries = new ArrayList<AuditEntry>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        });
    }

    private static boolean isSlug(@Nullable String contest) {
        return contest != null && SLUG.matcher(contest).matches();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        var details = row.getString("details");
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("role"),
                row.getString("method"),
                row.getString("path"),
                row.getString("contest"),
                details.isEmpty() ? null : details,
                row.getObject("status", Integer.class));
    }
}
