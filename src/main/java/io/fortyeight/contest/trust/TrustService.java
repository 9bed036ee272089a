package io.fortyeight.contest.trust;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.linkcheck.LinkPolicy;
import io.fortyeight.web.form.Violations;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What organizers state about trust, checked alike whoever states it. */
@Singleton
public class TrustService {

    private final TrustStore cards;
    private final PrizeStore prizes;
    private final LinkPolicy policy;

    TrustService(TrustStore cards, PrizeStore prizes, LinkPolicy policy) {
        this.cards = cards;
        this.prizes = prizes;
        this.policy = policy;
    }

    /**
     * Puts a card in the place of the campaign's last one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400, naming every wrong field; 409 when the campaign would no longer
     *     compete
     */
    public void card(ContestDetails contest, CampaignDetails campaign, NewTrust stated, String by) {
        card(contest, campaign, stated, by, null, new Violations());
    }

    /**
     * The same as somebody wrote it into a form.
     *
     * @param seen the version that they saw, 0 for none; another one in its place is a 409
     * @param violations what has been found already
     */
    public void card(
            ContestDetails contest,
            CampaignDetails campaign,
            NewTrust stated,
            String by,
            @Nullable Integer seen,
            Violations violations) {
        var card = new TrustReader(policy, violations).read(stated);
        violations.throwIfAny();
        cards.replace(contest, campaign, card, by, seen);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400, naming every wrong field; 409 once the window has opened */
    public void prizes(ContestDetails contest, NewPrizes stated, String by) {
        prizes(contest, stated, by, new Violations());
    }

    /** @param violations what has been found already */
    public void prizes(ContestDetails contest, NewPrizes stated, String by, Violations violations) {
        var read = Prizes.read(stated, violations);
        violations.throwIfAny();
        prizes.replace(contest, read, by);
    }
}
