package io.fortyeight.contest.api;

import io.fortyeight.web.form.Texts;
import io.fortyeight.web.form.ViolationMessages;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.http.WebOrigin;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that may be.
 *
 * @param origins those the organizer added, normalized, each once
 */
record CampaignPlan(String slug, String title, String pageUrl, List<String> origins) {

    private static final int MAX_URL_LENGTH = 2000;
    private static final int MAX_ORIGINS = 20;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400, naming every wrong field */
    static CampaignPlan read(NewCampaign request) {
        var violations = new Violations();
        var plan = new CampaignPlan(
                Slugs.read(request.slug(), violations),
                Texts.named("title", request.title(), violations),
                pageUrl(request.pageUrl(), violations),
                origins(request.origins(), violations));
        violations.throwIfAny();
        return plan;
    }

    private static String pageUrl(@Nullable String pageUrl, Violations violations) {
        if (pageUrl == null
                || pageUrl.length() > MAX_URL_LENGTH
                || WebOrigin.ofAddress(pageUrl).isEmpty()) {
            violations.add("pageUrl", messages -> messages.webAddress("https://example.org/video", MAX_URL_LENGTH));
            return "";
        }
        return pageUrl;
    }

    private static List<String> origins(@Nullable List<@Nullable String> origins, Violations violations) {
        if (origins == null) {
            return List.of();
        }
        if (origins.size() > MAX_ORIGINS) {
            violations.add("origins", messages -> messages.tooMany(MAX_ORIGINS));
            return List.of();
        }
        var read = new LinkedHashSet<String>();
        for (int i = 0; i < origins.size(); i++) {
            var origin = origins.get(i);
            var normalized = origin == null || origin.length() > MAX_URL_LENGTH ? null : WebOrigin.parse(origin);
            if (normalized == null || normalized.isEmpty()) {
                violations.add("origins[" + i + "]", ViolationMessages::origin);
            } else {
                read.add(normalized.get());
            }
        }
        return List.copyOf(read);
    }
}
