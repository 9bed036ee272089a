package io.fortyeight.site.embed;

import io.fortyeight.site.campaign.CampaignFormat;
import io.fortyeight.site.campaign.CampaignStanding;

/** Says in a few words what a glance shows. */
final class StandingCaption {

    private final ContestSnapshot glance;
    private final CampaignFormat words;

    StandingCaption(ContestSnapshot glance, CampaignFormat words) {
        this.glance = glance;
        this.words = words;
    }

    CampaignFormat words() {
        return words;
    }

    /** How much the standings are worth; for instance {@code Not final}. */
    String stand() {
        var stand = words.messages().stand(glance.stand());
        var since = glance.hiddenSince();
        var told = since == null ? stand : stand + " (" + words.messages().asOf(words.utc(since)) + ")";
        return glance.isRehearsal() ? words.messages().rehearsal() + " · " + told : told;
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
