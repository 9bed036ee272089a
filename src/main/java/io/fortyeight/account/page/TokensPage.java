package io.fortyeight.account.page;

import io.fortyeight.account.token.TokensResource;
import io.fortyeight.account.token.TokensResource.NewToken;
import io.fortyeight.account.token.TokensResource.TokenAnswer;
import io.fortyeight.account.user.AccountMessages;
import io.fortyeight.account.user.Roles;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.Wording;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.CommonMessages;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.Map;
import java.util.Objects;
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

    private static final FormFields<AccountMessages> FIELDS = FormFields.in(AccountMessages.class)
            .worded(
                    "name",
                    Wording.of(CommonMessages.class, CommonMessages::name),
                    Wording.of(AccountMessages.class, AccountMessages::tokenNameRule))
            .field("role", AccountMessages::role)
            .field("days", AccountMessages::expiresAt)
            .alias("expiresAt", "days");

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

    /**
     * What is shown.
     *
     * @param fresh the token that was just made; null when none was
     */
    record TokensView(
            List<Line> tokens, Form form, @Nullable String fresh, boolean revoked) {

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

    TokensPage(TokensResource tokens, PageLayout shell, Clock clock) {
        this.tokens = tokens;
        this.shell = shell;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@QueryParam("revoked") @Nullable String revoked, @Context HttpHeaders reader) {
        return page(Status.OK.getStatusCode(), empty(reader), null, revoked != null);
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
            return page(Status.CREATED.getStatusCode(), empty(reader), made.token(), false);
        } catch (HttpProblem problem) {
            var wrong = form(
                            Objects.requireNonNullElse(name, ""),
                            Objects.requireNonNullElse(role, Roles.AUDITOR),
                            days,
                            reader)
                    .refused(problem);
            return page(wrong.status(), wrong, null, false);
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
            var wrong = empty(reader).refused(problem);
            return page(wrong.status(), wrong, null, false);
        }
    }

    private static Form empty(HttpHeaders reader) {
        return form("", Roles.AUDITOR, USUAL_DAYS, reader);
    }

    private static Form form(String name, String role, int days, HttpHeaders reader) {
        return FIELDS.filled(Map.of("name", name, "role", role, "days", Integer.toString(days)), Language.of(reader));
    }

    private Response page(int status, Form form, @Nullable String fresh, boolean revoked) {
        var now = clock.instant();
        var lines = tokens.list().stream().map(token -> Line.of(token, now)).toList();
        return Pages.of(status, Templates.tokens(shell, new TokensView(lines, form, fresh, revoked)), form.language());
    }
}
