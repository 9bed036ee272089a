package io.fortyeight.account.page;

import io.fortyeight.account.token.TokensResource;
import io.fortyeight.account.token.TokensResource.NewToken;
import io.fortyeight.account.token.TokensResource.TokenAnswer;
import io.fortyeight.account.user.Actor;
import io.fortyeight.account.user.Roles;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where administrators make and revoke tokens. */
@Path("/desk/tokens")
@Produces("text/html;charset=UTF-8")
@RolesAllowed(Roles.ADMIN)
public class TokensPage {

    private static final String PATH = "/desk/tokens";
    private static final List<Integer> DAYS = List.of(1, 3, 7, 30, 365);
    private static final int USUAL_DAYS = 7;
    private static final int NEVER = 0;

    @CheckedTemplate(basePath = "account/page")
    static class Templates {

        private Templates() {}

        static native TemplateInstance tokens(PageLayout shell, TokensView view);
    }

    /** A token as a line of the table. */
    record Line(
            int id,
            String name,
            String role,
            LocalDate made,
            @Nullable LocalDate expires,
            boolean expired) {

        static Line of(TokenAnswer token, Instant now) {
            var expiresAt = token.expiresAt();
            return new Line(
                    token.id(),
                    token.name(),
                    token.role(),
                    date(token.createdAt()),
                    expiresAt == null ? null : date(expiresAt),
                    expiresAt != null && !now.isBefore(expiresAt));
        }

        private static LocalDate date(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }

    /** What the form for a new one has in it. */
    record Typed(String name, String role, int days) {}

    /**
     * What is shown.
     *
     * @param fresh the token that was just made; null when none was
     */
    record TokensView(
            List<Line> tokens,
            Actor actor,
            Typed typed,
            @Nullable String fresh,
            boolean revoked,
            FormError wrong) {

        public List<String> roles() {
            return Roles.all();
        }

        public List<Integer> days() {
            return DAYS;
        }
    }

    private final TokensResource tokens;
    private final PageLayout shell;
    private final Clock clock;
    private final SecurityIdentity caller;

    TokensPage(TokensResource tokens, PageLayout shell, Clock clock, SecurityIdentity caller) {
        this.tokens = tokens;
        this.shell = shell;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@QueryParam("revoked") @Nullable String revoked, @Context HttpHeaders reader) {
        return page(Status.OK, empty(), null, revoked != null, FormError.NOTHING, reader);
    }

    /** Not sent on from: the token is shown in this answer and nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SmallBody
    @Operation(hidden = true)
    public Response make(
            @FormParam("name") @Nullable String name,
            @FormParam("role") @Nullable String role,
            @FormParam("days") int days,
            @Context HttpHeaders reader) {
        try {
            var expiresAt = days == NEVER ? null : clock.instant().plus(Duration.ofDays(days));
            var made = (TokenAnswer)
                    tokens.create(new NewToken(name, role, expiresAt)).getEntity();
            return page(Status.CREATED, empty(), made.token(), false, FormError.NOTHING, reader);
        } catch (HttpProblem problem) {
            var wrong = FormError.of(problem, FormError.Conflict.NONE);
            var typed = new Typed(name == null ? "" : name, role == null ? Roles.AUDITOR : role, days);
            return page(wrong.status(), typed, null, false, wrong, reader);
        }
    }

    @POST
    @Path("{id}/revoke")
    @Operation(hidden = true)
    public Response revoke(@PathParam("id") String id, @Context HttpHeaders reader) {
        try {
            tokens.delete(id);
            return Pages.to(PATH + "?revoked=1");
        } catch (HttpProblem problem) {
            var wrong = FormError.of(problem, FormError.Conflict.NONE);
            return page(wrong.status(), empty(), null, false, wrong, reader);
        }
    }

    private static Typed empty() {
        return new Typed("", Roles.AUDITOR, USUAL_DAYS);
    }

    private Response page(
            Status status, Typed typed, @Nullable String fresh, boolean revoked, FormError wrong, HttpHeaders reader) {
        var now = clock.instant();
        var view = new TokensView(
                tokens.list().stream().map(token -> Line.of(token, now)).toList(),
                Actor.of(caller).orElseThrow(),
                typed,
                fresh,
                revoked,
                wrong);
        return Pages.of(status, Templates.tokens(shell, view), reader);
    }
}
