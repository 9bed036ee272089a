package io.fortyeight.feed;

import io.fortyeight.contest.ContestDirectory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A contest's window and announcement, to subscribe to or to import. */
@Path("/contests/{contest}.ics")
@Tag(name = "Feeds")
public class CalendarResource {

    private static final String TYPE = "text/calendar;charset=UTF-8";

    private final ContestDirectory directory;
    private final DataSource database;
    private final Links links;

    CalendarResource(ContestDirectory directory, DataSource database, Links links) {
        this.directory = directory;
        this.database = database;
        this.links = links;
    }

    @GET
    @Produces(TYPE)
    @Operation(summary = "The contest as an iCalendar file")
    public Response calendar(@PathParam("contest") String slug, @Context UriInfo address, @Context Request request) {
        var contest = directory.known(slug);
        var edition = Edition.of(database, contest.id());
        return CachedText.answer(request, ContestCalendar.text(contest, edition, links.contest(address, slug)), TYPE);
    }
}
