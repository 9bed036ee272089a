package io.fortyeight.bench;

import io.fortyeight.core.counting.CountingRules;
import io.fortyeight.core.counting.Histories;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Preset;
import java.lang.ref.Reference;

/** Heap taken by a visitor who viewed once, a quarter of them twice, and is idle but still remembered. */
public final class RememberedVisitors {

    private static final int VISITORS = 1_000_000;
    private static final long MINUTE_MILLIS = 60_000;

    private RememberedVisitors() {}

    public static void main(String[] arguments) {
        print(1);
        print(3);
    }

    private static void print(int visitorsOfANetwork) {
        var card = Preset.FAIR_48H.card("none");
        var rules = new CountingRules(JudgingTraffic.WINDOW, card);
        var before = usedBytes();
        var histories = new Histories(JudgingTraffic.WINDOW, card);
        for (var visitor = 0; visitor < VISITORS; visitor++) {
            view(rules, histories, visitor, visitorsOfANetwork, 0);
        }
        for (var visitor = 0; visitor < VISITORS; visitor += 4) {
            view(rules, histories, visitor, visitorsOfANetwork, MINUTE_MILLIS);
        }
        histories.forgetIdle(Integer.MAX_VALUE);
        var bytes = usedBytes() - before;
        System.out.printf(
                "remembered visitors %d, networks %d, heap %.1f bytes a visitor%n",
                histories.visitors(), histories.networks(), (double) bytes / histories.visitors());
        Reference.reachabilityFence(histories);
    }

    private static void view(
            CountingRules rules, Histories histories, int visitor, int visitorsOfANetwork, long afterMillis) {
        var ping = new Ping(
                JudgingTraffic.WINDOW.opensAtMillis() + afterMillis,
                Item.view(visitor % 4),
                JudgingTraffic.visitor(visitor),
                JudgingTraffic.network(visitor / visitorsOfANetwork),
                false);
        histories.record(ping, rules.judge(histories, ping));
    }

    private static long usedBytes() {
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
