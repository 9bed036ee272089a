package io.fortyeight.account.page;

import io.fortyeight.account.audit.RefusedActions;
import io.fortyeight.account.user.Actor;
import io.fortyeight.web.http.HtmlReaders;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that are not allowed: a browser that asks for a page is sent to sign in, and back, or gets a page that says
 * so; all others get a problem.
 */
@Singleton
class AccessDeniedMapper {

    private static final int BEFORE_THE_EXTENSION = 1;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @CheckedTemplate(basePath = "account/page")
    static class Templates {

        private Templates() {}

        /** @param name of who is signed in; null when nobody is any more */
        static native TemplateInstance refused(PageLayout shell, @Nullable String name, @Nullable String role);
    }

    private final PageLayout shell;
    private final RefusedActions actions;
    private final CurrentIdentityAssociation identity;

    AccessDeniedMapper(PageLayout shell, RefusedActions actions, CurrentIdentityAssociation identity) {
        this.shell = shell;
        this.actions = actions;
        this.identity = identity;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_EXTENSION)
    Response nobody(UnauthorizedException failure, ContainerRequestContext request, HttpHeaders reader) {
        if (!isPage(request)) {
            return Problems.unauthorized("A token is needed: Authorization: Bearer <token>", "Bearer")
                    .toResponse();
        }
        return READING.contains(request.getMethod())
                ? Pages.to(login(request))
                : Pages.of(Status.UNAUTHORIZED, Templates.refused(shell, null, null), reader);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = BEFORE_THE_EXTENSION)
    Uni<Response> somebody(ForbiddenException failure, ContainerRequestContext request, HttpHeaders reader) {
        return identity.getDeferredIdentity().map(Actor::of).chain(actor -> {
            var answer = isPage(request) && actor.isPresent()
                    ? forbidden(actor.get(), reader)
                    : Problems.forbidden("Your role does not allow this").toResponse();
            return Uni.createFrom()
                    .item(answer)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(() -> actor.ifPresent(who -> actions.record(who, request)));
        });
    }

    private Response forbidden(Actor actor, HttpHeaders reader) {
        return Pages.of(Status.FORBIDDEN, Templates.refused(shell, actor.name(), actor.role()), reader);
    }

    private static boolean isPage(ContainerRequestContext request) {
        return HtmlReaders.wantPage(request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT));
    }

    private static String login(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var next = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
