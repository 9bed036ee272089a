package io.fortyeight.site.embed;

import io.fortyeight.contest.directory.ContestMessages;
import io.fortyeight.site.campaign.CampaignMessages;
import io.fortyeight.site.campaign.CampaignStanding;
import io.fortyeight.web.page.PageText;

/** Says in a few words what a glance shows. */
final class StandingCaption {

    private final ContestSnapshot glance;
    private final PageText<CampaignMessages> words;

    StandingCaption(ContestSnapshot glance, PageText<CampaignMessages> words) {
        this.glance = glance;
        this.words = words;
    }

    PageText<CampaignMessages> words() {
        return words;
    }

    /** How much the standings are worth; for instance {@code Not final}. */
    String stand() {
        var stand = words.messages().stand(glance.stand());
        var since = glance.hiddenSince();
        var told = since == null ? stand : stand + " (" + words.messages().asOf(words.shortUtc(since)) + ")";
        return glance.isRehearsal()
                ? words.language().messages(ContestMessages.class).rehearsal() + " · " + told
                : told;
    }

    String score(long score) {
        return glance.countsViews()
                ? words.messages().countedViews(words.number(score))
                : words.messages().points(words.number(score));
    }

    String place(int place) {
        return words.messages().place(words.number(place));
    }

    /** For instance {@code Place 2 of 12 · 1,234 counted views · Not final}. */
    String of(CampaignStanding race) {
        var place = words.messages().placeOf(words.number(race.line().place()), words.number(race.campaigns()));
        return place + " · " + score(race.line().score()) + " · " + stand();
    }

    /** The first three with their scores, for who can't see the picture. */
    String ofAll() {
        var told = new StringBuilder(stand());
        glance.leaderboard().standings().stream().limit(3).forEach(line -> told.append(" · ")
                .append(place(line.place()))
                .append(' ')
                .append(line.title())
                .append(": ")
                .append(score(line.score())));
        return told.toString();
    }
}
