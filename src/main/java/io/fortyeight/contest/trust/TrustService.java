package io.fortyeight.contest.trust;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.linkcheck.LinkPolicy;
import jakarta.inject.Singleton;

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
        var faults = new Faults();
        var card = new TrustReader(policy, faults).read(stated);
        faults.throwIfAny();
        cards.replace(contest, campaign, card, by, null);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400, naming every wrong field; 409 once the window has opened */
    public void prizes(ContestDetails contest, NewPrizes stated, String by) {
        var faults = new Faults();
        var read = Prizes.read(stated, faults);
        faults.throwIfAny();
        prizes.replace(contest, read, by);
    }
}
