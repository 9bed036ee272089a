package io.fortyeight.account.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fortyeight.account.user.AccountMessages;
import io.fortyeight.account.user.Roles;
import io.fortyeight.web.form.Texts;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.form.WordedProblem;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The administrator's API of tokens. */
@Path("/api/tokens")
@RolesAllowed(Roles.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
public class TokensResource {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final AccessTokens tokens;
    private final Clock clock;

    TokensResource(AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What to make. */
    public record NewToken(
            @Nullable String name,
            @Nullable String role,
            @Nullable Instant expiresAt) {}

    /** A token as listed: without itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TokenAnswer(
            int id,
            String name,
            String role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable String token) {

        static TokenAnswer of(AccessToken stored, @Nullable String token) {
            return new TokenAnswer(stored.id, stored.name, stored.role, stored.createdAt, stored.expiresAt, token);
        }
    }

    /** The answer is the only place where the token itself is shown. */
    @POST
    public Response create(@Nullable NewToken request) {
        if (request == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        var violations = new Violations();
        var name = Texts.named("name", request.name(), violations);
        var role = Roles.checked(request.role(), violations);
        var expiresAt = request.expiresAt();
        if (expiresAt != null && (!expiresAt.isAfter(clock.instant()) || expiresAt.isAfter(LATEST))) {
            violations.add("expiresAt", AccountMessages.class, AccountMessages::expiryOutOfRange);
        }
        violations.throwIfAny();
        var fresh = tokens.create(name, role, expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS));
        return Response.created(URI.create("/api/tokens/" + fresh.stored().id))
                .entity(TokenAnswer.of(fresh.stored(), fresh.token()))
                .build();
    }

    @GET
    public List<TokenAnswer> list() {
        return tokens.all().stream().map(stored -> TokenAnswer.of(stored, null)).toList();
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        if (!id.matches("\\d{1,9}") || !tokens.delete(Integer.parseInt(id))) {
            throw WordedProblem.notFound(
                    AccountMessages.class, messages -> messages.noToken(id), AccountMessages::gone);
        }
    }
}
