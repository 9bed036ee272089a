package io.fortyeight.account.page;

import io.fortyeight.account.session.Organization;
import io.fortyeight.account.session.SignIn;
import io.fortyeight.account.user.AccountMessages;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.WordedProblem;
import io.fortyeight.web.form.Wording;
import io.fortyeight.web.http.LocalPath;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.CommonMessages;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where people sign in, and out. */
@Path("/")
@Produces("text/html;charset=UTF-8")
public class LoginPage {

    /** Where those go who did not come from somewhere else. */
    private static final String HOME = "/desk";

    @CheckedTemplate(basePath = "account/page")
    static class Templates {

        private Templates() {}

        static native TemplateInstance login(PageLayout shell, Form form, Options options);
    }

    private static final String NAME = "name";
    private static final String NEXT = "next";
    private static final FormFields<AccountMessages> FIELDS = FormFields.in(AccountMessages.class)
            .worded(NAME, Wording.of(CommonMessages.class, CommonMessages::name), null)
            .field("password", AccountMessages::password);

    /**
     * Around the form.
     *
     * @param encodedNext where to go on to, for an address
     * @param isSignedOut whether they come from signing out
     * @param byOrganization whether an organization's provider is configured
     * @param organizationFailed whether they come back from it without being signed in
     */
    record Options(String encodedNext, boolean isSignedOut, boolean byOrganization, boolean organizationFailed) {}

    private final SignIn signIn;
    private final Organization organization;
    private final PageLayout shell;

    LoginPage(SignIn signIn, Organization organization, PageLayout shell) {
        this.signIn = signIn;
        this.organization = organization;
        this.shell = shell;
    }

    @GET
    @Path("login")
    @Operation(hidden = true)
    public Response form(
            @QueryParam("next") @Nullable String next,
            @QueryParam("out") @Nullable String out,
            @QueryParam("error") @Nullable String error,
            @Context HttpHeaders reader) {
        return page(form("", next, reader), out != null, error != null);
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SmallBody
    @Operation(hidden = true)
    public Response in(
            @FormParam("name") @Nullable String name,
            @FormParam("password") @Nullable String password,
            @FormParam("next") @Nullable String next,
            @Context HttpServerRequest request,
            @Context HttpHeaders reader) {
        var given = name == null ? "" : name.strip();
        var attempt = signIn.in(request, given, password == null ? "" : password);
        var form = form(given, next, reader);
        var wait = attempt.retryAfter();
        if (wait != null) {
            var tooMany = WordedProblem.of(
                    Status.TOO_MANY_REQUESTS,
                    AccountMessages.class,
                    messages -> messages.tooMany(wait.toMinutes() + 1));
            return Response.fromResponse(page(form.refused(tooMany), false, false))
                    .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                    .build();
        }
        return attempt.actor() == null
                ? page(
                        form.refused(WordedProblem.of(Status.FORBIDDEN, AccountMessages.class, AccountMessages::wrong)),
                        false,
                        false)
                : Pages.to(local(next));
    }

    @POST
    @Path("logout")
    @Operation(hidden = true)
    public Response out(@Context HttpServerRequest request) {
        signIn.out(request);
        return Pages.to("/login?out=1");
    }

    private static Form form(String name, @Nullable String next, HttpHeaders reader) {
        return FIELDS.filled(Map.of(NAME, name, NEXT, local(next)), Language.of(reader));
    }

    static String local(@Nullable String next) {
        return LocalPath.of(next).orElse(HOME);
    }

    private Response page(Form form, boolean isSignedOut, boolean hasFailed) {
        var options = new Options(
                URLEncoder.encode(form.value(NEXT), StandardCharsets.UTF_8),
                isSignedOut,
                organization.isPresent(),
                hasFailed && organization.isPresent());
        return Pages.of(form.status(), Templates.login(shell, form, options), form.language());
    }
}
