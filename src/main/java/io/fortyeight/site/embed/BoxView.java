package io.fortyeight.site.embed;

import io.fortyeight.site.campaign.CampaignMessages;
import io.fortyeight.site.campaign.CampaignStanding;
import io.fortyeight.site.campaign.ResultStatus;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.page.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame for other sites, ready to be written.
 *
 * @param page what it links to
 * @param race null for a contest as a whole
 * @param more how many campaigns have no row, in words; empty for none
 */
record BoxView(
        String page,
        String contestName,
        String stand,
        String state,
        boolean isRunning,
        List<Row> rows,
        String more,
        @Nullable Own race) {

    private static final int ROWS = 5;

    record Row(String place, String title, String score) {}

    record Own(String title, String place, String of, String score, String gap) {}

    static BoxView of(ContestSnapshot glance, PageText<CampaignMessages> words) {
        var telling = new StandingCaption(glance, words);
        var lines = glance.leaderboard().standings();
        var more = Math.max(0, lines.size() - ROWS);
        return of(
                glance,
                telling,
                "/contests/" + glance.contest().slug(),
                lines.stream().limit(ROWS).map(line -> row(line, words)).toList(),
                more == 0 ? "" : words.messages().more(words.number(more)),
                null);
    }

    static BoxView of(ContestSnapshot glance, CampaignStanding race, PageText<CampaignMessages> words) {
        var telling = new StandingCaption(glance, words);
        var line = race.line();
        return of(
                glance,
                telling,
                "/contests/" + glance.contest().slug() + "/campaigns/" + line.campaign(),
                List.of(),
                "",
                new Own(
                        line.title(),
                        telling.place(line.place()),
                        words.messages().of(words.number(race.campaigns())),
                        telling.score(line.score()),
                        race.gap(words)));
    }

    private static BoxView of(
            ContestSnapshot glance,
            StandingCaption telling,
            String page,
            List<Row> rows,
            String more,
            @Nullable Own race) {
        return new BoxView(
                page,
                glance.contest().name(),
                telling.stand(),
                glance.stand().style(),
                glance.stand() != ResultStatus.FINAL,
                rows,
                more,
                race);
    }

    private static Row row(Leaderboard.Line line, PageText<CampaignMessages> words) {
        return new Row(words.number(line.place()), line.title(), words.number(line.score()));
    }
}
