package io.fortyeight.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answers to pings with an id, so that a retry gets the first one.
 *
 * <p>Kept in generations of a quarter of the time each, so that forgetting is dropping a whole generation: an answer is
 * remembered for the promised time at least, and a quarter more at most. Used by the judge's thread only.
 */
final class RememberedAnswers {

    private static final int GENERATIONS = 4;

    private record Key(int contestId, UUID pingId) {

        /** Ids that are made badly, with few bits that differ, must not end up in few buckets. */
        @Override
        public int hashCode() {
            var mixed = (pingId.getMostSignificantBits() ^ contestId) * 0x9E3779B97F4A7C15L
                    + pingId.getLeastSignificantBits();
            return (int) ((mixed * 0x9E3779B97F4A7C15L) >>> Integer.SIZE);
        }
    }

    private record Generation(long sinceMillis, Map<Key, Answer> answers) {}

    private final long generationMillis;
    private final Deque<Generation> generations = new ArrayDeque<>();

    /** @param rememberMillis how long an answer is remembered at least */
    RememberedAnswers(long rememberMillis) {
        this.generationMillis = Math.max(1, (rememberMillis + GENERATIONS - 1) / GENERATIONS);
    }

    @Nullable
    Answer find(int contestId, UUID pingId) {
        var key = new Key(contestId, pingId);
        for (var generation : generations) {
            var answer = generation.answers.get(key);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    /** Remembers an answer given at {@code atMillis}; times don't go back. */
    void remember(int contestId, UUID pingId, Answer answer, long atMillis) {
        var newest = generations.peekFirst();
        if (newest == null || atMillis - newest.sinceMillis >= generationMillis) {
            newest = new Generation(atMillis, new HashMap<>());
            generations.addFirst(newest);
            while (generations.size() > GENERATIONS + 1) {
                generations.removeLast();
            }
        }
        newest.answers.put(new Key(contestId, pingId), answer);
    }

    int size() {
        return generations.stream()
                .mapToInt(generation -> generation.answers.size())
                .sum();
    }
}
