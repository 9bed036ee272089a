package io.fortyeight.account.audit;

import io.fortyeight.account.audit.AuditLog.Action;
import io.fortyeight.account.user.Actor;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records what somebody's role does not allow: it never comes to where other actions are recorded. */
@Singleton
public class RefusedActions {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final AuditLog log;

    RefusedActions(AuditLog log) {
        this.log = log;
    }

    /** Waits for the database, unless they only wanted to read: that is not recorded. */
    public void record(Actor actor, ContainerRequestContext request) {
        if (!READING.contains(request.getMethod())) {
            log.end(log.begin(Action.of(actor, request, contest(request), "")), Status.FORBIDDEN.getStatusCode());
        }
    }

    static @Nullable String contest(ContainerRequestContext request) {
        return request.getUriInfo().getPathParameters().getFirst("contest");
    }
}
