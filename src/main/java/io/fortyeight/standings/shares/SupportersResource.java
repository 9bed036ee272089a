package io.fortyeight.standings.shares;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What organizers do about nicknames. What is hidden by them still counts. */
@Path("/api/contests/{contest}/supporters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
@SmallBody
@Tag(name = "Sharing")
public class SupportersResource {

    /**
     * A supporter as organizers see them.
     *
     * @param visits null while counts are hidden
     * @param counted null while counts are hidden
     */
    @JsonInclude(Include.NON_NULL)
    public record Supporter(
            long id,
            @Nullable String nickname,
            boolean hidden,
            boolean renamed,
            @Nullable Long visits,
            @Nullable Long counted) {}

    /** @param nickname the empty one takes it away; null leaves it */
    record Change(@Nullable Boolean hidden, @Nullable String nickname) {}

    private final ContestDirectory directory;
    private final Moderation moderation;

    SupportersResource(ContestDirectory directory, Moderation moderation) {
        this.directory = directory;
        this.moderation = moderation;
    }

    @GET
    @Operation(
            summary = "Supporters with a nickname, and those who brought the most",
            description = "At most 500. Those with a nickname alone, and no numbers, while counts are hidden")
    public List<Supporter> all(@PathParam("contest") String slug) {
        return moderation.list(directory.known(slug));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Hide or show a supporter, or rename them",
            description = "Who was renamed or hidden can't choose a nickname any more")
    public List<Supporter> change(
            @PathParam("contest") String slug, @PathParam("id") long id, @Nullable Change request) {
        var contest = directory.known(slug);
        if (request == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        moderation.change(contest, id, request.hidden(), request.nickname());
        return moderation.list(contest);
    }
}
