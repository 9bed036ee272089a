package io.fortyeight.account.audit;

import io.fortyeight.account.session.SignInRefused;
import io.fortyeight.account.session.SignedIn;
import io.fortyeight.account.session.SignedOut;
import io.fortyeight.account.user.Actor;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes and reads the log. Every method waits for the database. */
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

    private final Database database;
    private final Clock clock;

    AuditLog(Database database, Clock clock) {
        this.database = database;
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
        return database.sql(
                        "SELECT count(*) FROM audit_action WHERE kind = 'nobody' AND at > ?",
                        clock.instant().minus(LATELY))
                .one(row -> row.getInt(1));
    }

    /** To be called before it is done; without an {@link #end} it is not known whether it was. */
    long begin(Action action) {
        return database.sql(
                        """
                        INSERT INTO audit_action (at, actor, kind, role, method, path, contest, details)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """,
                        clock.instant(),
                        action.actor,
                        action.kind,
                        action.role,
                        action.method,
                        action.path,
                        isSlug(action.contest) ? action.contest : null,
                        action.details)
                .one(row -> row.getLong(1));
    }

    void end(long action, int status) {
        database.sql(
                        "INSERT INTO audit_outcome (action_id, at, status) VALUES (?, ?, ?)",
                        action,
                        clock.instant(),
                        status)
                .update();
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
        return database.sql("""
                SELECT a.*, o.status FROM audit_action a LEFT JOIN audit_outcome o ON o.action_id = a.id
                WHERE a.id < ? AND (?::text IS NULL OR a.contest = ?) ORDER BY a.id DESC LIMIT ?
                """, before, contest, contest, limit).list(AuditLog::entry);
    }

    private static boolean isSlug(@Nullable String contest) {
        return contest != null && SLUG.matcher(contest).matches();
    }

    private static AuditEntry entry(SqlRow row) {
        var details = row.getString("details");
        return new AuditEntry(
                row.getLong("id"),
                row.getInstant("at"),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("role"),
                row.getString("method"),
                row.getString("path"),
                row.getStringOrNull("contest"),
                details.isEmpty() ? null : details,
                row.getIntOrNull("status"));
    }
}
