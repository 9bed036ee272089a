package io.fortyeight.account.audit;

import io.fortyeight.account.audit.AuditLog.Action;
import io.fortyeight.account.user.Actor;
import io.fortyeight.web.data.DatabaseException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records an action before it is done, or it is not done; and its outcome before it is answered. When the outcome can't be
 * written any more, the log says that it is not known.
 */
@Singleton
@Priority(AuditFilter.AFTER_THE_LIMITS)
class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

    static final int AFTER_THE_LIMITS = Priorities.USER + 1;

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final String ACTION = AuditFilter.class.getName();

    private final AuditLog log;
    private final RequestDetails details;
    private final CurrentIdentityAssociation identity;

    AuditFilter(AuditLog log, RequestDetails details, CurrentIdentityAssociation identity) {
        this.log = log;
        this.details = details;
        this.identity = identity;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var said = details.of(request);
        var actor = Actor.of(identity.getIdentity()).orElseThrow();
        request.setProperty(ACTION, log.begin(Action.of(actor, request, contest(request, said.slug()), said.text())));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ACTION) instanceof Long action) {
            try {
                log.end(action, response.getStatus());
            } catch (DatabaseException databaseAway) {
                LOG.warnf(
                        "The outcome of action %d can't be recorded; the audit log says that it is not known", action);
            }
        }
    }

    /** A contest that is being made is not in the path yet. */
    private static @Nullable String contest(ContainerRequestContext request, @Nullable String slug) {
        var inPath = RefusedActions.contest(request);
        return inPath == null && request.getUriInfo().getPath().endsWith("/contests") ? slug : inPath;
    }
}
