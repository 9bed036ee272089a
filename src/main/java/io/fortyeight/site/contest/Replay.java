package io.fortyeight.site.contest;

import io.fortyeight.core.counting.CountingRules;
import io.fortyeight.core.counting.Histories;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.core.counting.VotingWindow;

/** Views of one campaign from one network, judged one after the other by the very rules that count: no example can be wrong. */
public final class Replay {

    private final CountingRules rules;
    private final Histories histories;

    public Replay(VotingWindow window, RulesCard card) {
        rules = new CountingRules(window, card);
        histories = new Histories(window, card);
    }

    /** @param visitor a number for each */
    public Verdict judge(long atMillis, long visitor) {
        var ping = new Ping(atMillis, Item.view(0), new VisitorKey(0, visitor), new NetworkKey(0), false);
        var verdict = rules.judge(histories, ping);
        histories.record(ping, verdict);
        return verdict;
    }
}
