package io.fortyeight.bench;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.core.counting.VotingWindow;

/**
 * Pings as a busy contest has them, the same each time: any visitor at any moment, four pings each in an hour on average,
 * and every third ping a refresh by somebody who was just there. Four campaigns, of which a visitor mostly follows one;
 * three visitors to a network; one ping in sixteen is a share.
 */
final class JudgingTraffic {

    /** So long that no run ends it. */
    static final VotingWindow WINDOW = new VotingWindow(1_387_256_400_000L, 4_102_444_800_000L);

    private static final int HOUR_MILLIS = 3_600_000;
    private static final int PINGS_AN_HOUR = 4;
    private static final int VISITORS_OF_A_NETWORK = 3;
    private static final int CAMPAIGNS = 4;
    private static final int RECENT = 256;

    private final int visitors;
    private final int[] recent = new int[RECENT];
    private long state = 48;
    private long sent;

    JudgingTraffic(int visitors) {
        this.visitors = visitors;
    }

    Ping next() {
        long random = mix(state++);
        int place = (int) (random >>> 56) & RECENT - 1;
        boolean refresh = ((random >>> 40) & 0xFF) < 85;
        int visitor = refresh ? recent[place] : (int) ((random & 0xFFFF_FFFFL) * visitors >>> 32);
        recent[place] = visitor;
        long receivedAtMillis =
                WINDOW.opensAtMillis() + sent * HOUR_MILLIS / ((long) PINGS_AN_HOUR * visitors);
        sent++;
        int campaign = (visitor + (((random >>> 36) & 15) == 0 ? 1 : 0)) % CAMPAIGNS;
        return new Ping(
                receivedAtMillis,
                ((random >>> 32) & 15) == 0 ? Item.share(campaign, Platform.LINE) : Item.view(campaign),
                visitor(visitor),
                network(visitor / VISITORS_OF_A_NETWORK),
                false);
    }

    static VisitorKey visitor(int number) {
        return new VisitorKey(mix(number), mix(~number));
    }

    static NetworkKey network(int number) {
        return new NetworkKey(mix(number + (1L << 40)));
    }

    /** SplitMix64: as evenly spread as the bits of an HMAC. */
    private static long mix(long number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
