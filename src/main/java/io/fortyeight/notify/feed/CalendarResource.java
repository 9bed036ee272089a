package io.fortyeight.notify.feed;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.http.CachedBody;
import io.fortyeight.web.http.PublicUrl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A contest's window and announcement, to subscribe to or to import. */
@Path("/contests/{contest}.ics")
@Tag(name = "Feeds")
public class CalendarResource {

    private static final String TYPE = "text/calendar;charset=UTF-8";
    private static final int MAX_AGE_SECONDS = 60;

    private final ContestDirectory directory;
    private final Database database;
    private final PublicUrl address;

    CalendarResource(ContestDirectory directory, Database database, PublicUrl address) {
        this.directory = directory;
        this.database = database;
        this.address = address;
    }

    @GET
    @Produces(TYPE)
    @Operation(summary = "The contest as an iCalendar file")
    public Response calendar(@PathParam("contest") String slug, @Context Request request) {
        var contest = directory.known(slug);
        var edition = ContestRevision.of(database, contest.id());
        var text = ContestCalendar.text(contest, edition, URI.create(address.of("/contests/" + slug)));
        return CachedBody.answer(request, text.getBytes(StandardCharsets.UTF_8), TYPE, MAX_AGE_SECONDS)
                .build();
    }
}
