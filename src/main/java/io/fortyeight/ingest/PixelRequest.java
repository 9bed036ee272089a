package io.fortyeight.ingest;

import io.vertx.ext.web.RoutingContext;

/** A ping that came as a request for the pixel: a view, told by path and query. */
final class PixelRequest {

    private static final String PREFIX = "/p/";
    private static final String SUFFIX = ".gif";

    private PixelRequest() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names each field that is wrong */
    static PingRequest of(RoutingContext routing) {
        var path = routing.normalizedPath();
        var slash = path.indexOf('/', PREFIX.length());
        var fields = new PingFields();
        fields.contest = path.substring(PREFIX.length(), slash);
        fields.campaign = path.substring(slash + 1, path.length() - SUFFIX.length());
        fields.kind = "view";
        var query = routing.queryParams();
        fields.visitor = query.get("visitor");
        fields.via = query.get("via");
        fields.id = query.get("id");
        return fields.check();
    }
}
