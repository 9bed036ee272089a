package io.fortyeight.account.page;

import io.fortyeight.account.session.Organization;
import io.fortyeight.account.session.SignIn;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where people come from their organization's provider, signed in there, to be signed in here. Those who have not been there
 * yet never get as far: the policy of this path, in application.properties, sends them there first. Without a provider, the
 * form for passwords is where to sign in.
 */
@Path(Organization.PATH)
@Produces("text/html;charset=UTF-8")
public class OrganizationPage {

    @CheckedTemplate(basePath = "account/page")
    static class Templates {

        private Templates() {}

        static native TemplateInstance noRole(PageLayout shell, String name);
    }

    private final SignIn signIn;
    private final Organization organization;
    private final OidcSession theirSession;
    private final SecurityIdentity them;
    private final PageLayout shell;

    OrganizationPage(
            SignIn signIn,
            Organization organization,
            OidcSession theirSession,
            SecurityIdentity them,
            PageLayout shell) {
        this.signIn = signIn;
        this.organization = organization;
        this.theirSession = theirSession;
        this.them = them;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response in(
            @QueryParam("next") @Nullable String next,
            @Context HttpServerRequest request,
            @Context HttpHeaders reader) {
        if (!organization.isPresent() || them.isAnonymous()) {
            return Pages.to("/login");
        }
        var actor = signIn.byOrganization(request, them);
        // What the provider's cookie was for is done; the next time, the provider is asked again.
        theirSession.logout().await().indefinitely();
        return actor.isPresent()
                ? Pages.to(LoginPage.local(next))
                : Pages.of(
                        Status.FORBIDDEN,
                        Templates.noRole(shell, them.getPrincipal().getName()),
                        reader);
    }
}
