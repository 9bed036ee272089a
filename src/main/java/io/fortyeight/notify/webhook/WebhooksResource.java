package io.fortyeight.notify.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.notify.outbox.EventType;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The organizer's API of webhooks. */
@Path("/api/contests/{contest}/webhooks")
@RolesAllowed(Roles.ORGANIZER)
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
@Tag(name = "Webhooks")
public class WebhooksResource {

    private static final int ACCEPTED = 202;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ContestDirectory directory;
    private final Webhooks webhooks;
    private final DeliveryLog log;

    WebhooksResource(ContestDirectory directory, Webhooks webhooks, DeliveryLog log) {
        this.directory = directory;
        this.webhooks = webhooks;
        this.log = log;
    }

    /**
     * An endpoint.
     *
     * @param disabledAt when it answered 410; it gets nothing any more
     * @param secret only in the answer that it is made in
     */
    @JsonInclude(Include.NON_NULL)
    record WebhookAnswer(
            UUID id,
            String url,
            List<String> events,
            Instant createdAt,
            @Nullable Instant disabledAt,
            @Nullable String secret) {

        static WebhookAnswer of(Webhook webhook, @Nullable String secret) {
            var events = webhook.events;
            return new WebhookAnswer(
                    webhook.id,
                    webhook.url,
                    events == null ? EventType.wires() : events,
                    webhook.createdAt,
                    webhook.disabledAt,
                    secret);
        }
    }

    /** A delivery that was asked for. */
    record DeliveryAnswer(UUID id, UUID eventId) {}

    /** The answer is the only place where the secret is shown. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(@PathParam("contest") String slug, @Nullable NewWebhook request) {
        var contest = directory.known(slug);
        if (request == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        var registered = webhooks.register(contest, WebhookPlan.read(request));
        return Response.created(URI.create("/api/contests/" + slug + "/webhooks/" + registered.webhook().id))
                .entity(WebhookAnswer.of(registered.webhook(), registered.secret()))
                .build();
    }

    @GET
    public List<WebhookAnswer> list(@PathParam("contest") String slug) {
        return webhooks.all(directory.known(slug)).stream()
                .map(webhook -> WebhookAnswer.of(webhook, null))
                .toList();
    }

    @GET
    @Path("{id}")
    public WebhookAnswer show(@PathParam("contest") String slug, @PathParam("id") String id) {
        return WebhookAnswer.of(found(directory.known(slug), id), null);
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("contest") String slug, @PathParam("id") String id) {
        webhooks.delete(directory.known(slug), id(id));
    }

    @POST
    @Path("{id}/secrets")
    @Operation(
            summary = "Make a new secret",
            description = "Shown only here. For a day, deliveries are signed with the former ones as well")
    public Webhooks.Rotated rotate(@PathParam("contest") String slug, @PathParam("id") String id) {
        return webhooks.rotate(directory.known(slug), id(id));
    }

    @POST
    @Path("{id}/test")
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Send the event webhook.test")
    public DeliveryAnswer test(@PathParam("contest") String slug, @PathParam("id") String id) {
        var delivery = webhooks.test(directory.known(slug), id(id));
        return new DeliveryAnswer(delivery.id, delivery.eventId);
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(summary = "What was sent, and what came of it", description = "The newest hundred events, newest first")
    public List<DeliveryLog.Line> deliveries(@PathParam("contest") String slug, @PathParam("id") String id) {
        return log.newest(found(directory.known(slug), id).id);
    }

    @POST
    @Path("{id}/deliveries/{delivery}/redeliver")
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Send an event again", description = "With the same webhook-id, so receivers may ignore it")
    public void redeliver(
            @PathParam("contest") String slug, @PathParam("id") String id, @PathParam("delivery") String delivery) {
        webhooks.redeliver(directory.known(slug), id(id), id(delivery));
    }

    private Webhook found(ContestDetails contest, String id) {
        return webhooks.find(contest, id(id));
    }

    private static UUID id(String text) {
        if (!ID.matcher(text).matches()) {
            throw Problems.notFound("There is nothing with the id " + text);
        }
        return UUID.fromString(text);
    }
}
