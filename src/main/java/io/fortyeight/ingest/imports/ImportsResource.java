package io.fortyeight.ingest.imports;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ingest.format.ImportFormat;
import io.fortyeight.web.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes past traffic: NDJSON, or a web server's access log; plain or gzipped. */
@Path("/api/contests/{contest}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportsResource {

    private final ContestDirectory directory;
    private final Imports imports;

    ImportsResource(ContestDirectory directory, Imports imports) {
        this.directory = directory;
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(summary = "Import past traffic", description = "format is ndjson, combined or common")
    public Response take(
            @PathParam("contest") String slug,
            @QueryParam("format") @Nullable String format,
            UriInfo uri,
            @Nullable InputStream body) {
        var contest = contest(slug);
        if (format == null) {
            throw Problems.invalidQuery("format", "is missing: ndjson, combined or common");
        }
        var known = ImportFormat.ofJsonName(format)
                .orElseThrow(() -> Problems.invalidQuery("format", "must be ndjson, combined or common"));
        if (body == null) {
            throw Problems.badRequest("The body is empty");
        }
        var id = imports.take(contest, known, body);
        var location = uri.getAbsolutePathBuilder().path(id.toString()).build();
        return Response.accepted(imports.find(contest.id(), id).orElseThrow())
                .location(location)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "How an import stands")
    public ImportReport show(@PathParam("contest") String slug, @PathParam("id") String id) {
        var contest = contest(slug);
        return imports.find(contest.id(), uuid(id)).orElseThrow(ImportsResource::noSuchImport);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw noSuchImport();
        }
    }

    private static HttpProblem noSuchImport() {
        return Problems.notFound("There is no such import");
    }

    private ContestDetails contest(String slug) {
        return directory.known(slug);
    }
}
