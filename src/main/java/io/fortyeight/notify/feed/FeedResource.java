package io.fortyeight.notify.feed;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.notify.outbox.Outbox;
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

/** What happens to a contest, to subscribe to. */
@Path("/contests/{contest}.atom")
@Tag(name = "Feeds")
public class FeedResource {

    private static final String TYPE = "application/atom+xml;charset=UTF-8";
    private static final int MAX_AGE_SECONDS = 60;
    private static final int ENTRIES = 50;

    private final ContestDirectory directory;
    private final Outbox outbox;
    private final Database database;
    private final PublicUrl address;
    private final ContestFeed feed;

    FeedResource(ContestDirectory directory, Outbox outbox, Database database, PublicUrl address, ContestFeed feed) {
        this.directory = directory;
        this.outbox = outbox;
        this.database = database;
        this.address = address;
        this.feed = feed;
    }

    @GET
    @Produces(TYPE)
    @Operation(summary = "The contest's news as an Atom feed")
    public Response feed(@PathParam("contest") String slug, @Context Request request) {
        var contest = directory.known(slug);
        var edition = ContestRevision.of(database, contest.id());
        var events = outbox.newest(contest.id(), ENTRIES);
        var page = URI.create(address.of("/contests/" + slug));
        var self = URI.create(address.of("/contests/" + slug + ".atom"));
        var text = feed.text(contest, edition, events, page, self);
        return CachedBody.answer(request, text.getBytes(StandardCharsets.UTF_8), TYPE, MAX_AGE_SECONDS)
                .build();
    }
}
