package io.fortyeight.leaderboard;

import io.fortyeight.counting.CountingRules;
import io.fortyeight.counting.Histories;
import io.fortyeight.counting.Item;
import io.fortyeight.counting.NetworkKey;
import io.fortyeight.counting.Ping;
import io.fortyeight.counting.RulesCard;
import io.fortyeight.counting.Verdict;
import io.fortyeight.counting.VisitorKey;
import io.fortyeight.counting.VotingWindow;

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
