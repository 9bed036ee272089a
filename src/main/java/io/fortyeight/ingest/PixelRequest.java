package io.fortyeight.ingest;

import io.vertx.core.MultiMap;

/** A ping that came as a request for the pixel: a view, told by path and query. */
final class PixelRequest {

    private static final String PREFIX = "/p/";
    private static final String SUFFIX = ".gif";

    private PixelRequest() {}

    /**
     * @param path {@code /p/<contest>/<campaign>.gif}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names each field that is wrong
     */
    static PingRequest of(String path, MultiMap query) {
        var slash = path.indexOf('/', PREFIX.length());
        var fields = new PingFields();
        fields.contest = path.substring(PREFIX.length(), slash);
        fields.campaign = path.substring(slash + 1, path.length() - SUFFIX.length());
        fields.kind = "view";
        fields.visitor = query.get("visitor");
        fields.via = query.get("via");
        fields.id = query.get("id");
        return fields.check();
    }
}
