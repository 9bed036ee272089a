package io.fortyeight.account.page;

import io.fortyeight.account.session.SignIn;
import io.fortyeight.account.user.Actor;
import io.fortyeight.account.user.Roles;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who is signed in, what they may do, and their password. */
@Path("/desk/account")
@Produces("text/html;charset=UTF-8")
@RolesAllowed(Roles.AUDITOR)
public class AccountPage {

    @CheckedTemplate(basePath = "account/page")
    static class Templates {

        private Templates() {}

        static native TemplateInstance account(PageLayout shell, Actor actor, Password password);
    }

    /** How the last change of the password went. */
    enum Password {
        UNTOUCHED,
        CHANGED,
        WRONG,
        UNFIT,
        WAIT;

        public boolean isChanged() {
            return this == CHANGED;
        }

        public boolean isWrong() {
            return this == WRONG;
        }

        public boolean isUnfit() {
            return this == UNFIT;
        }

        public boolean isWait() {
            return this == WAIT;
        }
    }

    private final SignIn signIn;
    private final PageLayout shell;
    private final SecurityIdentity caller;

    AccountPage(SignIn signIn, PageLayout shell, SecurityIdentity caller) {
        this.signIn = signIn;
        this.shell = shell;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response account(@QueryParam("changed") @Nullable String changed, @Context HttpHeaders reader) {
        return page(Status.OK, changed == null ? Password.UNTOUCHED : Password.CHANGED, reader);
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SmallBody
    @Operation(hidden = true)
    public Response change(
            @FormParam("current") @Nullable String current,
            @FormParam("next") @Nullable String next,
            @Context HttpServerRequest request,
            @Context HttpHeaders reader) {
        var user = actor();
        if (!user.isUser()) {
            return page(Status.FORBIDDEN, Password.UNTOUCHED, reader);
        }
        try {
            var attempt = signIn.changePassword(request, user, current == null ? "" : current, next);
            if (attempt.retryAfter() != null) {
                return page(Status.TOO_MANY_REQUESTS, Password.WAIT, reader);
            }
            return attempt.actor() == null
                    ? page(Status.FORBIDDEN, Password.WRONG, reader)
                    : Pages.to("/desk/account?changed=1");
        } catch (HttpProblem problem) {
            if (problem.getStatusCode() != Status.BAD_REQUEST.getStatusCode()) {
                throw problem;
            }
            return page(Status.BAD_REQUEST, Password.UNFIT, reader);
        }
    }

    private Response page(Status status, Password password, HttpHeaders reader) {
        return Pages.of(status, Templates.account(shell, actor(), password), reader);
    }

    private Actor actor() {
        return Actor.of(caller).orElseThrow();
    }
}
