package io.fortyeight.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The design that a user would write first: one Panache insert in one transaction a request. It judges nothing. */
@Path("/bench/naive")
public class NaiveResource {

    /** The body of a ping. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ping(String contest, String campaign, String kind, String visitor) {}

    /** An answer of about the size of ours. */
    public record Answer(String verdict, String receipt) {}

    @POST
    @Transactional
    @ResponseStatus(202)
    public Answer ping(Ping ping) {
        var entity = new NaivePing();
        entity.contest = ping.contest();
        entity.campaign = ping.campaign();
        entity.kind = ping.kind();
        entity.visitor = ping.visitor();
        entity.receivedAt = Instant.now();
        entity.persist();
        return new Answer("counted", "0." + entity.id + ".AAAAAAAAAAAAAAAA");
    }
}
