package io.fortyeight.site.trust;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.linkcheck.CheckedLink;
import io.fortyeight.contest.linkcheck.LinkStore;
import io.fortyeight.contest.trust.PrizeStore;
import io.fortyeight.contest.trust.TrustCardVersion;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.contest.trust.TrustStore;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageText;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes trust cards ready to be shown: {@code {#include trust/card.html view=... /}}. */
@Singleton
public class TrustCards {

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");

    private final TrustStore store;
    private final LinkStore links;
    private final PrizeStore prizes;
    private final Clock clock;

    TrustCards(TrustStore store, LinkStore links, PrizeStore prizes, Clock clock) {
        this.store = store;
        this.links = links;
        this.prizes = prizes;
        this.clock = clock;
    }

    /**
     * A campaign's card as it is now. Waits for the database.
     *
     * @param leaderboard as it may be seen: the place on it is told
     * @param language of the template that includes the card
     */
    public TrustView of(ContestDetails contest, CampaignDetails campaign, Leaderboard leaderboard, Language language) {
        var words = PageText.in(language, TrustMessages.class);
        var edition = store.current(contest, campaign);
        var known = edition.isEmpty() ? List.<CheckedLink>of() : links.of(contest, campaign);
        return new TrustView(
                edition.map(current -> card(current, known, contest, words)).orElse(null),
                !campaign.competes(),
                ImpactView.of(
                        edition.map(current -> current.card().impact()).orElse(null),
                        prizes.of(contest),
                        leaderboard,
                        campaign.slug(),
                        words));
    }

    /** Whether the cards of a contest are complete, by the campaigns' numbers; without those that have none. */
    public Map<Integer, Boolean> complete(ContestDetails contest) {
        return store.complete(contest);
    }

    private TrustView.Card card(
            TrustCardVersion edition, List<CheckedLink> known, ContestDetails contest, PageText<TrustMessages> words) {
        var card = edition.card();
        var now = clock.instant();
        var registry = card.registry();
        return new TrustView.Card(
                card.organization(),
                card.registeredNumber(),
                registry == null ? null : registry.name(),
                registry == null ? null : LinkView.of(registry.url(), known, words, now),
                card.contact(),
                Optional.ofNullable(card.contact())
                        .filter(contact -> MAIL.matcher(contact).matches())
                        .orElse(null),
                LinkView.of(card.donationUrl(), known, words, now),
                CostView.of(card, words),
                card.currency() != null,
                words.date(edition.editedAt(), contest.zone()),
                Instants.text(edition.editedAt()));
    }
}
