package io.fortyeight.bench;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.core.credit.CreditSums;
import io.fortyeight.core.credit.Crediting;
import io.fortyeight.core.credit.ViewLink;
import java.util.SplittableRandom;

/** The heap of visitors who are known in a share tree, and pings a second that are credited. */
public final class KnownVisitors {

    private static final int VISITORS = 1_000_000;
    private static final int LINKS = 10_000;
    private static final int SUMS_FOR = 10_000;

    private KnownVisitors() {}

    /** Lets a million visitors in, most of them by one of ten thousand links whose sharers came before them. */
    public static void main(String[] arguments) {
        var random = new SplittableRandom(48);
        var keys = new VisitorKey[VISITORS];
        for (var i = 0; i < VISITORS; i++) {
            keys[i] = new VisitorKey(random.nextLong(), random.nextLong());
        }
        var links = new ViewLink[LINKS];
        for (var i = 0; i < LINKS; i++) {
            links[i] = new ViewLink(i, 0, Platform.TWITTER, keys[i], 0);
        }
        var before = usedBytes();
        var crediting = new Crediting(new Credit(86_400_000));
        var startNanos = System.nanoTime();
        var sums = new CreditSums();
        for (var i = 0; i < VISITORS; i++) {
            if (i % SUMS_FOR == 0) {
                sums = new CreditSums();
            }
            var link = i == 0 ? null : links[random.nextInt(Math.min(i, LINKS))];
            crediting.next(new Ping(i, Item.view(0), keys[i], null, false), Verdict.COUNTED, link, sums);
        }
        var seconds = (System.nanoTime() - startNanos) / 1e9;
        System.out.printf(
                "known visitors: %d bytes of heap each, %.0f pings credited a second, cold%n",
                (usedBytes() - before) / crediting.visitors(), VISITORS / seconds);
    }

    private static long usedBytes() {
        for (var i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
