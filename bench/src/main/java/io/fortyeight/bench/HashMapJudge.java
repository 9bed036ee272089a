package io.fortyeight.bench;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Rules 3 to 7 of {@code fair-48h} as one writes them first, with maps of the JDK: to compare with. It can't undo, and
 * forgets nobody.
 */
final class HashMapJudge {

    private record CampaignAndKind(int campaign, Kind kind) {}

    private static final class Visitor {
        private long frozenUntilMillis = Long.MIN_VALUE;
        private final Map<CampaignAndKind, ArrayDeque<Long>> refreshes = new HashMap<>();
        private final Map<Item, Counted> items = new HashMap<>();
    }

    private static final class Counted {
        private long lastMillis = Long.MIN_VALUE;
        private long slot = Long.MIN_VALUE;
        private int count;

        private int in(long currentSlot) {
            return slot == currentSlot ? count : 0;
        }

        private void add(long nowMillis, long currentSlot) {
            count = in(currentSlot) + 1;
            slot = currentSlot;
            lastMillis = nowMillis;
        }
    }

    private final RulesCard.Repeat repeat;
    private final RulesCard.Cap cap;
    private final RulesCard.Freeze freeze;
    private final RulesCard.Network network;
    private final Map<VisitorKey, Visitor> visitors = new HashMap<>();
    private final Map<NetworkKey, Map<CampaignAndKind, Counted>> networks = new HashMap<>();

    HashMapJudge(RulesCard.Repeat repeat, RulesCard.Cap cap, RulesCard.Freeze freeze, RulesCard.Network network) {
        this.repeat = repeat;
        this.cap = cap;
        this.freeze = freeze;
        this.network = network;
    }

    /** Of pings in the order of time, all in the window, no robots, from known networks. */
    Verdict judgeAndRecord(Ping ping, NetworkKey from) {
        var nowMillis = ping.receivedAtMillis();
        var item = ping.item();
        var campaignAndKind = new CampaignAndKind(item.campaign(), item.kind());
        var visitor = visitors.computeIfAbsent(ping.visitor(), absent -> new Visitor());
        if (nowMillis < visitor.frozenUntilMillis) {
            return Verdict.FROZEN;
        }
        var refreshes = visitor.refreshes.computeIfAbsent(campaignAndKind, absent -> new ArrayDeque<>());
        while (!refreshes.isEmpty() && refreshes.peekFirst() <= nowMillis - freeze.withinMillis()) {
            refreshes.removeFirst();
        }
        if (refreshes.size() >= freeze.pings()) {
            visitor.refreshes.clear();
            visitor.frozenUntilMillis = nowMillis + freeze.lastsMillis();
            return Verdict.FREEZES;
        }
        refreshes.addLast(nowMillis);
        var counted = visitor.items.computeIfAbsent(item, absent -> new Counted());
        if (counted.lastMillis != Long.MIN_VALUE && nowMillis - counted.lastMillis <= repeat.withinMillis()) {
            return Verdict.REPEAT;
        }
        var sinceOpeningMillis = nowMillis - JudgingTraffic.WINDOW.opensAtMillis();
        var slot = sinceOpeningMillis / cap.slotMillis();
        if (counted.in(slot) >= cap.max()) {
            return Verdict.CAPPED;
        }
        var networkSlot = sinceOpeningMillis / network.slotMillis();
        var ofNetwork = networks.computeIfAbsent(from, absent -> new HashMap<>())
                .computeIfAbsent(campaignAndKind, absent -> new Counted());
        if (ofNetwork.in(networkSlot) >= network.max()) {
            return Verdict.CROWDED;
        }
        counted.add(nowMillis, slot);
        ofNetwork.add(nowMillis, networkSlot);
        return Verdict.COUNTED;
    }
}
