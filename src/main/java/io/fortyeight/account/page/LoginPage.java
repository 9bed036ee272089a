package io.fortyeight.account.page;

import io.fortyeight.account.session.Organization;
import io.fortyeight.account.session.SignIn;
import io.fortyeight.web.http.LocalPath;
import io.fortyeight.web.http.SmallBody;
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

        static native TemplateInstance login(PageLayout shell, Form form);
    }

    /**
     * What is shown.
     *
     * @param next where to go on to
     * @param wrong whether the last attempt failed
     * @param waitMinutes how long no attempt is taken; 0 when one is
     * @param signedOut whether they come from signing out
     */
    record Form(String name, String next, boolean wrong, long waitMinutes, boolean signedOut, Ways ways) {

        public String encodedNext() {
            return URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
    }

    /**
     * Besides a password.
     *
     * @param organization whether an organization's provider is configured
     * @param failed whether they come back from it without being signed in
     */
    record Ways(boolean organization, boolean failed) {}

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
        return page(Status.OK, new Form("", local(next), false, 0, out != null, ways(error != null)), reader);
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
        if (attempt.retryAfter() != null) {
            var wait = attempt.retryAfter();
            var form = new Form(given, local(next), false, wait.toMinutes() + 1, false, ways(false));
            return Response.fromResponse(page(Status.TOO_MANY_REQUESTS, form, reader))
                    .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                    .build();
        }
        return attempt.actor() == null
                ? page(Status.FORBIDDEN, new Form(given, local(next), true, 0, false, ways(false)), reader)
                : Pages.to(local(next));
    }

    @POST
    @Path("logout")
    @Operation(hidden = true)
    public Response out(@Context HttpServerRequest request) {
        signIn.out(request);
        return Pages.to("/login?out=1");
    }

    private Ways ways(boolean failed) {
        return new Ways(organization.isPresent(), failed && organization.isPresent());
    }

    static String local(@Nullable String next) {
        return LocalPath.of(next).orElse(HOME);
    }

    private Response page(Status status, Form form, HttpHeaders reader) {
        return Pages.of(status, Templates.login(shell, form), reader);
    }
}
