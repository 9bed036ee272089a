package io.fortyeight.account.page;

import io.fortyeight.account.session.SignIn;
import io.fortyeight.account.user.AccountMessages;
import io.fortyeight.account.user.Actor;
import io.fortyeight.account.user.Roles;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.WordedProblem;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
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
import java.util.function.Function;
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

        static native TemplateInstance account(PageLayout shell, Actor actor, Form form, boolean isChanged);
    }

    private static final FormFields<AccountMessages> FIELDS = FormFields.in(AccountMessages.class)
            .field("current", AccountMessages::currentPassword)
            .field("next", AccountMessages::newPassword, AccountMessages::passwordRule)
            .alias("password", "next");

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
        return page(Status.OK, FIELDS.empty(Language.of(reader)), changed != null);
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
        var form = FIELDS.empty(Language.of(reader));
        if (!user.isUser()) {
            return page(Status.FORBIDDEN, form, false);
        }
        try {
            var attempt = signIn.changePassword(request, user, current == null ? "" : current, next);
            if (attempt.actor() == null) {
                throw attempt.retryAfter() == null
                        ? refusal(Status.FORBIDDEN, AccountMessages::currentWrong)
                        : refusal(Status.TOO_MANY_REQUESTS, AccountMessages::waitShort);
            }
            return Pages.to("/desk/account?changed=1");
        } catch (HttpProblem problem) {
            var wrong = form.refused(problem);
            return page(wrong.status(), wrong, false);
        }
    }

    private static HttpProblem refusal(Status status, Function<AccountMessages, String> text) {
        return WordedProblem.of(status, AccountMessages.class, text);
    }

    private Response page(Status status, Form form, boolean isChanged) {
        return page(status.getStatusCode(), form, isChanged);
    }

    private Response page(int status, Form form, boolean isChanged) {
        return Pages.of(status, Templates.account(shell, actor(), form, isChanged), form.language());
    }

    private Actor actor() {
        return Actor.of(caller).orElseThrow();
    }
}
