package io.fortyeight.account.audit;

import io.fortyeight.account.session.SignInRefused;
import io.fortyeight.account.session.SignedIn;
import io.fortyeight.account.session.SignedOut;
import io.fortyeight.account.user.Actor;
import io.fortyeight.web.data.Statements;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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

    private record Way(String method, String path) {}

    private static final Way BY_PASSWORD = new Way("POST", "/login");
    private static final Way BY_ORGANIZATION = new Way("GET", "/login/organization");

    private static final String NOBODY = "nobody";
    private static final String NO_ROLE = "";
    private static final int MAX_REFUSED = 1_000;
    private static final Duration LATELY = Duration.ofHours(1);

    private final Statements statements;
    private final Clock clock;

    AuditLog(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** What somebody is about to do. */
    record Action(
            String actor,
            String kind,
            String role,
            String method,
            String path,
            @Nullable String contest,
            String details) {

        private static final int MAX_CHARACTERS = 500;

        static Action of(Actor actor, ContainerRequestContext request, @Nullable String contest, String details) {
            var path = request.getUriInfo().getRequestUri().getRawPath();
            var shown = path.substring(0, Math.min(path.length(), MAX_CHARACTERS));
            return of(actor, request.getMethod(), shown, contest, details);
        }

        static Action of(Actor actor, String method, String path, @Nullable String contest, String details) {
            var kind = actor.kind().name().toLowerCase(Locale.ROOT);
            return new Action(actor.name(), kind, actor.role(), method, path, contest, details);
        }
    }

    /** In the transaction in which the session begins. */
    void signedIn(@Observes SignedIn event) {
        var way = event.actor().isOrganizations() ? BY_ORGANIZATION : BY_PASSWORD;
        end(begin(Action.of(event.actor(), way.method, way.path, null, "")), Status.SEE_OTHER.getStatusCode());
    }

    void signedOut(@Observes SignedOut event) {
        end(begin(Action.of(event.actor(), "POST", "/logout", null, "")), Status.SEE_OTHER.getStatusCode());
    }

    /** Strangers can't fill the disk: with very many at a time, it is no more recorded who they said they were. */
    void refused(@Observes SignInRefused event) {
        var way = event.byOrganization() ? BY_ORGANIZATION : BY_PASSWORD;
        if (refusedLately() < MAX_REFUSED) {
            end(
                    begin(new Action(event.name(), NOBODY, NO_ROLE, way.method, way.path, null, "")),
                    Status.FORBIDDEN.getStatusCode());
        }
    }

    private int refusedLately() {
        return statements.with("SELECT count(*) FROM audit_action WHERE kind = 'nobody' AND at > ?", select -> {
            select.setTimestamp(1, Timestamp.from(clock.instant().minus(LATELY)));
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    /** To be called before it is done; without an {@link #end} it is not known whether it was. */
    long begin(Action action) {
        return statements.with("""
                        INSERT INTO audit_action (at, actor, kind, role, method, path, contest, details)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """, insert -> {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.setString(2, action.actor);
            insert.setString(3, action.kind);
            insert.setString(4, action.role);
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
