package io.fortyeight.site.embed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fortyeight.web.page.Markup;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What oEmbed 1.0 wants to know of something that is shown by HTML.
 *
 * @param cacheAge in seconds
 * @param thumbnailUrl null, as its sizes, when it is larger than was asked for
 */
@JsonInclude(Include.NON_NULL)
@JsonPropertyOrder({"version", "type"})
record OembedAnswer(
        String title,
        String html,
        int width,
        int height,
        @JsonProperty("provider_name") String providerName,
        @JsonProperty("provider_url") String providerUrl,
        @JsonProperty("cache_age") int cacheAge,
        @JsonProperty("thumbnail_url") @Nullable String thumbnailUrl,
        @JsonProperty("thumbnail_width") @Nullable Integer thumbnailWidth,
        @JsonProperty("thumbnail_height") @Nullable Integer thumbnailHeight) {

    @JsonProperty
    String version() {
        return "1.0";
    }

    @JsonProperty
    String type() {
        return "rich";
    }

    String xml() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", version());
        fields.put("type", type());
        fields.put("title", title);
        fields.put("html", html);
        fields.put("width", width);
        fields.put("height", height);
        fields.put("provider_name", providerName);
        fields.put("provider_url", providerUrl);
        fields.put("cache_age", cacheAge);
        fields.put("thumbnail_url", thumbnailUrl);
        fields.put("thumbnail_width", thumbnailWidth);
        fields.put("thumbnail_height", thumbnailHeight);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n");
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            if (field.getValue() != null) {
                xml.append("  <%1$s>%2$s</%1$s>%n"
                        .formatted(
                                field.getKey(), Markup.escaped(field.getValue().toString())));
            }
        }
        return xml.append("</oembed>\n").toString();
    }
}
