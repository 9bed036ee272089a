package io.fortyeight.site.desk;

import io.fortyeight.contest.api.NewCampaign;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody typed to enter a campaign; nothing of it is checked. */
@TemplateData
final class CampaignForm {

    private static final List<String> FIELDS = List.of("title", "slug", "pageUrl", "origins");

    private final Map<String, String> typed;

    private CampaignForm(Map<String, String> typed) {
        this.typed = typed;
    }

    static CampaignForm fresh() {
        return new CampaignForm(Map.of());
    }

    static CampaignForm posted(MultivaluedMap<String, String> form) {
        var typed = new HashMap<String, String>();
        for (var field : FIELDS) {
            typed.put(field, Optional.ofNullable(form.getFirst(field)).orElse(""));
        }
        return new CampaignForm(typed);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Origins stand one to a line, or parted by spaces. */
    NewCampaign request() {
        return new NewCampaign(
                text("slug"),
                text("title"),
                text("pageUrl"),
                Arrays.stream(value("origins").split("[\\s,]+"))
                        .filter(origin -> !origin.isEmpty())
                        .<@Nullable String>map(origin -> origin)
                        .toList());
    }

    private @Nullable String text(String field) {
        var text = value(field).strip();
        return text.isEmpty() ? null : text;
    }
}
