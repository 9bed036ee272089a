package io.fortyeight.site.script;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fortyeight.core.counting.Platform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How something is shared to a platform, as {@code share-intents.json} says it.
 *
 * @param address the network's own, with {@code {url}}, {@code {title}}, {@code {text}}, {@code {hashtags}} (parted by
 *     commas) and {@code {post}} (text and hashtags) in it; null for platforms that have none
 * @param instead what is done where there is no address
 * @param isApp whether its users paste the link into its app
 * @param takes what the network makes of the address
 * @param why there is no address
 * @param source where that is written down
 * @param isButton whether a campaign's page here has a button for it
 */
public record ShareIntent(
        String platform,
        @Nullable String address,
        @Nullable Instead instead,
        @JsonProperty("app") boolean isApp,
        @Nullable String takes,
        @Nullable String why,
        @Nullable String source,
        @JsonProperty("button") boolean isButton) {

    /** What a script does where a platform has no address; without scripts there is a page with the link. */
    public enum Instead {
        /** The device's share menu; where there is none the link is copied. */
        @JsonProperty("sheet")
        SHEET,
        @JsonProperty("copy")
        COPY,
        /** A QR code. */
        @JsonProperty("picture")
        PICTURE
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** Not the first one, which has the question mark; values are encoded, so no value looks like one. */
    private static final Pattern EMPTY_PARAMETER = Pattern.compile("&\\w+=(?=&|$)");

    public Platform to() {
        return Platform.ofJsonName(platform).orElseThrow();
    }

    /** The network's address for sharing this; the same that the script makes. */
    public Optional<String> addressFor(ShareContent shared) {
        return Optional.ofNullable(address).map(template -> {
            var filled = PLACEHOLDER
                    .matcher(template)
                    .replaceAll(found -> Matcher.quoteReplacement(encoded(value(found.group(1), shared))));
            return EMPTY_PARAMETER.matcher(filled).replaceAll("");
        });
    }

    private static String value(String name, ShareContent shared) {
        return switch (name) {
            case "url" -> shared.url();
            case "title" -> shared.title();
            case "text" -> shared.text();
            case "hashtags" -> String.join(",", shared.hashtags());
            case "post" -> shared.post();
            default -> throw new IllegalStateException("There is nothing to put in for {" + name + "}");
        };
    }

    /** As {@code encodeURIComponent} does. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }
}
