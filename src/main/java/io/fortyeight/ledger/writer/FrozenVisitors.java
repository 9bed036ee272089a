package io.fortyeight.ledger.writer;

import io.fortyeight.core.counting.VisitorKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is frozen until when, for everyone to read: the judge posts each freeze once it is committed. Only an aid to shed
 * floods early; the verdict is the judge's.
 */
@ApplicationScoped
public class FrozenVisitors {

    private record Key(int contestId, VisitorKey visitor) {}

    private final Map<Key, Long> frozenUntilMillis = new ConcurrentHashMap<>();

    /** The end of the visitor's freeze in epoch milliseconds; {@link Long#MIN_VALUE} when none is known. */
    public long frozenUntilMillis(int contestId, VisitorKey visitor) {
        return frozenUntilMillis.getOrDefault(new Key(contestId, visitor), Long.MIN_VALUE);
    }

    void post(int contestId, VisitorKey visitor, long untilMillis) {
        frozenUntilMillis.merge(new Key(contestId, visitor), untilMillis, Math::max);
    }

    /** Drops freezes that have ended. */
    void forgetBefore(long millis) {
        frozenUntilMillis.values().removeIf(until -> until <= millis);
    }

    void clear() {
        frozenUntilMillis.clear();
    }
}
