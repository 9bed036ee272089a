package io.fortyeight.ingest;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.WebOrigin;
import io.vertx.core.http.HttpServerRequest;

/** Which page a ping comes from, as far as the browser says. Pings that other sites make their visitors send are refused. */
final class PageOrigin {

    private PageOrigin() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 403 when the page is neither the campaign's nor the tracker's */
    static void check(HttpServerRequest request, CampaignDetails campaign) {
        var origin = request.headers().get("Origin");
        if (origin == null) {
            var referer = request.headers().get("Referer");
            if (referer == null) {
                return;
            }
            origin = WebOrigin.ofAddress(referer).orElse("null");
        }
        if (!campaign.origins().contains(origin) && !isOwn(origin, request)) {
            throw Problems.forbidden(
                    "This page may not ping for this campaign: its origin is not among the campaign's");
        }
    }

    /** The scheme may differ behind a proxy that ends TLS; the host is what tells. */
    private static boolean isOwn(String origin, HttpServerRequest request) {
        var authority = request.authority();
        var colon = origin.indexOf("://");
        return authority != null
                && colon > 0
                && origin.substring(colon + "://".length()).equalsIgnoreCase(authority.toString());
    }
}
