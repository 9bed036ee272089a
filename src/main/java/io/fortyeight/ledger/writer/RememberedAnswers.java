package io.fortyeight.ledger.writer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The answers to pings with an id, so that a retry gets the first one.
 *
 * <p>Kept in generations of a quarter of the time each, so that forgetting is dropping a whole generation: an answer is
 * remembered for the promised time at least, and a quarter more at most. Should there be more than the memory may hold, the
 * oldest generation goes early: a retry comes within seconds as a rule, and one that comes too late is judged by the rules,
 * most likely as a repeat. Used by the judge's thread only.
 */
final class RememberedAnswers {

    private static final Logger LOG = Logger.getLogger(RememberedAnswers.class);
    private static final int GENERATIONS = 4;

    private record Generation(long sinceMillis, AnswerShards answers) {}

    private final long generationMillis;
    private final int most;
    private final int mostInGeneration;
    private final Deque<Generation> generations = new ArrayDeque<>();

    /**
     * @param rememberMillis how long an answer is remembered at least
     * @param most how many are remembered at most
     */
    RememberedAnswers(long rememberMillis, int most) {
        this.generationMillis = Math.max(1, (rememberMillis + GENERATIONS - 1) / GENERATIONS);
        this.most = most;
        this.mostInGeneration = Math.max(1, most / (GENERATIONS + 1));
    }

    @Nullable
    Answer find(int contestId, UUID pingId) {
        for (var generation : generations) {
            var answer = generation.answers.find(contestId, pingId);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    /** Remembers an answer given at {@code atMillis}; times don't go back. */
    void remember(int contestId, UUID pingId, Answer answer, long atMillis) {
        var newest = generations.peekFirst();
        if (newest == null
                || atMillis - newest.sinceMillis >= generationMillis
                || newest.answers.isFullFor(contestId, pingId)) {
            newest = new Generation(atMillis, new AnswerShards(mostInGeneration));
            generations.addFirst(newest);
            while (generations.size() > GENERATIONS + 1) {
                drop(generations.removeLast(), atMillis);
            }
        }
        newest.answers.put(contestId, pingId, answer);
    }

    private void drop(Generation generation, long atMillis) {
        if (atMillis - generation.sinceMillis < GENERATIONS * generationMillis) {
            LOG.warnf(
                    "The ids of %d pings are forgotten early: there are more than fortyeight.memory.ping-ids=%d",
                    generation.answers.size(), most);
        }
    }

    int size() {
        return generations.stream()
                .mapToInt(generation -> generation.answers.size())
                .sum();
    }
}
