package io.fortyeight.web.page;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Goes wrong in every way. Part of the application under test only. */
@Path("/test")
public class FailingResource {

    void register(@Observes Router router) {
        router.get("/test/route-failure").handler(exchange -> {
            throw new IllegalStateException("secret detail");
        });
    }

    @GET
    @Path("failure")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public String fail() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("page")
    @Produces(MediaType.TEXT_HTML)
    public String page() {
        return "<!doctype html><title>Page</title>";
    }
}
