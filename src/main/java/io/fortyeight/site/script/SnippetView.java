package io.fortyeight.site.script;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page about a campaign's snippet, ready to be written.
 *
 * @param tracker this server's address, without a slash at its end
 * @param testUrl the campaign's page in test mode
 * @param origins where its pings may come from
 * @param lastPing the minute of the last ping that may be told; null when there is none
 */
record SnippetView(
        String contest,
        String contestName,
        String campaign,
        String title,
        String tracker,
        String pageUrl,
        String testUrl,
        List<String> origins,
        @Nullable String lastPing) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static SnippetView of(
            ContestDetails contest, CampaignDetails campaign, String tracker, Optional<Instant> lastPing) {
        var page = campaign.pageUrl();
        return new SnippetView(
                contest.slug(),
                contest.name(),
                campaign.slug(),
                campaign.title(),
                tracker,
                page.toString(),
                inTestMode(page),
                campaign.origins().stream().sorted().toList(),
                lastPing.map(MINUTE::format).orElse(null));
    }

    private static String inTestMode(URI page) {
        var whole = page.toString();
        var fragment = whole.indexOf('#');
        var address = fragment < 0 ? whole : whole.substring(0, fragment);
        return address
                + (page.getRawQuery() == null ? "?" : "&")
                + "fortyeight-test"
                + (fragment < 0 ? "" : whole.substring(fragment));
    }

    public String getSnippet() {
        return Snippet.of(tracker, contest, campaign);
    }
}
