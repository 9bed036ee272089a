package io.fortyeight.site.desk;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.site.script.Snippet;
import io.fortyeight.standings.VisibleCounts.FirstPing;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign on the desk, with what its page has to carry.
 *
 * @param origins from where its page may ping, besides that of {@code pageUrl}
 * @param snippet to paste
 * @param trustKey of the message that tells whether its trust card is there
 * @param competes whether its pings are taken
 * @param first null while nothing has arrived that may be told of
 */
record CampaignCard(
        String slug,
        String title,
        String pageUrl,
        List<String> origins,
        String snippet,
        String trustKey,
        boolean competes,
        @Nullable Arrival first) {

    /** When it came, and what became of it. */
    record Arrival(Moment at, Verdict verdict) {

        private static Arrival of(FirstPing ping, ZoneId zone, PageText<DeskMessages> words) {
            return new Arrival(words.moment(ping.receivedAt(), zone), ping.verdict());
        }
    }

    /**
     * All of a contest's.
     *
     * @param trustCards whether they are complete, by the campaigns' numbers; without those that have none
     * @param server this server's address, as campaign pages reach it
     */
    static List<CampaignCard> of(
            ContestDetails contest,
            Map<Integer, FirstPing> firstPings,
            Map<Integer, Boolean> trustCards,
            String server,
            PageText<DeskMessages> words) {
        return contest.campaigns().stream()
                .map(campaign -> {
                    var first = firstPings.get(campaign.number());
                    return new CampaignCard(
                            campaign.slug(),
                            campaign.title(),
                            campaign.pageUrl().toString(),
                            campaign.origins().stream().sorted().toList(),
                            Snippet.of(server, contest.slug(), campaign.slug()),
                            trustKey(trustCards.get(campaign.number())),
                            campaign.competes(),
                            first == null ? null : Arrival.of(first, contest.zone(), words));
                })
                .toList();
    }

    private static String trustKey(@Nullable Boolean isComplete) {
        return isComplete == null ? "trustNone" : isComplete ? "trustComplete" : "trustLacks";
    }
}
