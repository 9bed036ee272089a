package io.fortyeight.ingest;

import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ingest.client.NetworkAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts pings by minute, to shed floods before they reach the judge: those of a network, and those of visitors who are
 * frozen anyway; and what networks ask for share links. It keeps nothing beyond the minute.
 */
@ApplicationScoped
class FloodGate {

    private static final long MINUTE_MILLIS = 60_000;

    /** Each network is a few dozen bytes. One that rotates through more of them than this is not held up here. */
    private static final int MAX_KEYS = 500_000;

    private record Linking(NetworkAddress network) {}

    private record Asking(NetworkAddress network) {}

    private record FrozenVisitor(int contestId, VisitorKey visitor) {}

    private static final class Minute {
        private final long number;
        private final ConcurrentHashMap<Object, AtomicInteger> pings = new ConcurrentHashMap<>();

        Minute(long number) {
            this.number = number;
        }
    }

    private final ShedConfig limits;
    private final ShareLinkConfig linking;
    private volatile Minute current = new Minute(Long.MIN_VALUE);

    FloodGate(ShedConfig limits, ShareLinkConfig linking) {
        this.limits = limits;
        this.linking = linking;
    }

    /** Whether one more ping of this network is let in; each call is one. */
    boolean admitsNetwork(NetworkAddress network, long nowMillis) {
        return limits.networkPerMinute() == 0 || count(network, nowMillis) <= limits.networkPerMinute();
    }

    /** Whether this network may ask for one more share link; each call is one. */
    boolean admitsLink(NetworkAddress network, long nowMillis) {
        return linking.networkPerMinute() == 0 || count(new Linking(network), nowMillis) <= linking.networkPerMinute();
    }

    /** Whether pages of this network may ask once more about their visitor; each call is one. */
    boolean admitsQuestion(NetworkAddress network, long nowMillis) {
        return limits.networkQuestionsPerMinute() == 0
                || count(new Asking(network), nowMillis) <= limits.networkQuestionsPerMinute();
    }

    /** Whether one more ping of this frozen visitor is let in; each call is one. */
    boolean admitsFrozen(int contestId, VisitorKey visitor, long nowMillis) {
        return limits.frozenVisitorPerMinute() == 0
                || count(new FrozenVisitor(contestId, visitor), nowMillis) <= limits.frozenVisitorPerMinute();
    }

    /** Seconds until the next minute begins, 1 to 60. */
    static long secondsToNextMinute(long nowMillis) {
        return (MINUTE_MILLIS - Math.floorMod(nowMillis, MINUTE_MILLIS) + 999) / 1000;
    }

    private int count(Object key, long nowMillis) {
        var pings = minute(nowMillis).pings;
        @Nullable AtomicInteger counter = pings.get(key);
        if (counter == null) {
            if (pings.size() >= MAX_KEYS) {
                return 0;
            }
            counter = pings.computeIfAbsent(key, absent -> new AtomicInteger());
        }
        return counter.incrementAndGet();
    }

    private Minute minute(long nowMillis) {
        var number = Math.floorDiv(nowMillis, MINUTE_MILLIS);
        var minute = current;
        if (minute.number != number) {
            synchronized (this) {
                minute = current;
                if (minute.number != number) {
                    minute = new Minute(number);
                    current = minute;
                }
            }
        }
        return minute;
    }
}
