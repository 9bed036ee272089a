package io.fortyeight.ledger.writer;

import io.fortyeight.core.counting.Verdict;
import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of {@link AnswerShards}: answers by contest and ping id, packed into longs: 32 bytes each, 40 with the room between
 * them, for there may be millions. Open addressing with linear probing; nothing is ever taken out.
 */
final class AnswerTable {

    /** Both halves of the id; sequence and contest; when it counts again and the verdict. */
    private static final int WORDS = 4;

    private static final int SEQUENCE_AND_CONTEST = 2;
    private static final int AGAIN_AND_VERDICT = 3;
    private static final int CONTEST_BITS = 24;
    private static final int VERDICT_BITS = 4;
    private static final int FIRST_CAPACITY = 64;
    private static final int MAX_FULL_PERCENT = 80;

    /** Pages choose their ids: without it they could choose such that all of them meet. */
    private static final long SECRET = new SecureRandom().nextLong();

    private static final Verdict[] VERDICTS = Verdict.values();

    private final int mostCapacity;
    private long[] slots;
    private int size;

    /** @param most how many answers come into it at most */
    AnswerTable(int most) {
        mostCapacity = Math.max(FIRST_CAPACITY, (int) (most * 100L / MAX_FULL_PERCENT) + 1);
        slots = new long[FIRST_CAPACITY * WORDS];
    }

    int size() {
        return size;
    }

    /** Whether no more come into it. */
    boolean isFull() {
        return capacity() == mostCapacity && isCrowded();
    }

    private boolean isCrowded() {
        return (size + 1) * 100L > (long) capacity() * MAX_FULL_PERCENT;
    }

    @Nullable
    Answer find(long hash, int contestId, UUID pingId) {
        var slot = slot(hash, contestId, pingId.getMostSignificantBits(), pingId.getLeastSignificantBits());
        var word = slots[slot + SEQUENCE_AND_CONTEST];
        return word == 0 ? null : answer(word >>> CONTEST_BITS, slots[slot + AGAIN_AND_VERDICT]);
    }

    private static Answer answer(long sequence, long againAndVerdict) {
        var again = againAndVerdict >>> VERDICT_BITS;
        return new Answer(
                VERDICTS[(int) (againAndVerdict & ((1 << VERDICT_BITS) - 1))],
                LivePartition.NUMBER,
                sequence,
                again == 0 ? OptionalLong.empty() : OptionalLong.of(again - 1));
    }

    /**
     * @param answer to a ping that is in a live partition of the ledger
     * @return whether there was none before
     */
    boolean put(long hash, int contestId, UUID pingId, Answer answer) {
        if (!answer.isLedgered() || answer.partition() != LivePartition.NUMBER || contestId >>> CONTEST_BITS != 0) {
            throw new IllegalArgumentException("Not an answer to remember: contest " + contestId + ", " + answer);
        }
        if (isCrowded()) {
            grow();
        }
        var again = answer.countsAgainAtMillis();
        var isNew = put(
                hash,
                pingId.getMostSignificantBits(),
                pingId.getLeastSignificantBits(),
                answer.sequence() << CONTEST_BITS | contestId,
                (again.isPresent() ? again.getAsLong() + 1 : 0) << VERDICT_BITS
                        | answer.verdict().ordinal());
        if (isNew) {
            size++;
        }
        return isNew;
    }

    private boolean put(long hash, long high, long low, long sequenceAndContest, long againAndVerdict) {
        var slot = slot(hash, contestId(sequenceAndContest), high, low);
        var isNew = slots[slot + SEQUENCE_AND_CONTEST] == 0;
        slots[slot] = high;
        slots[slot + 1] = low;
        slots[slot + SEQUENCE_AND_CONTEST] = sequenceAndContest;
        slots[slot + AGAIN_AND_VERDICT] = againAndVerdict;
        return isNew;
    }

    /** Where the id is, or where it would be put. */
    private int slot(long hash, int contestId, long high, long low) {
        // Brought into the range of places by Lemire, "Fast Random Integer Generation in an Interval", 2019.
        var capacity = capacity();
        var index = (int) ((hash >>> Integer.SIZE) * capacity >>> Integer.SIZE);
        while (true) {
            var slot = index * WORDS;
            var word = slots[slot + SEQUENCE_AND_CONTEST];
            if (word == 0 || (slots[slot] == high && slots[slot + 1] == low && contestId(word) == contestId)) {
                return slot;
            }
            index = index + 1 == capacity ? 0 : index + 1;
        }
    }

    /** All of its bits are about as good as random. The table looks at the upper half only. */
    static long hash(int contestId, long high, long low) {
        return mix(mix(high ^ contestId ^ SECRET) ^ low);
    }

    /** The finalizer of MurmurHash3 (Appleby, 2011). */
    private static long mix(long bits) {
        var mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    private static int contestId(long sequenceAndContest) {
        return (int) (sequenceAndContest & ((1 << CONTEST_BITS) - 1));
    }

    private int capacity() {
        return slots.length / WORDS;
    }

    private void grow() {
        if (capacity() == mostCapacity) {
            throw new IllegalStateException("More answers than the " + size + " that were to come");
        }
        var old = slots;
        slots = new long[Math.min(2 * capacity(), mostCapacity) * WORDS];
        for (var slot = 0; slot < old.length; slot += WORDS) {
            if (old[slot + SEQUENCE_AND_CONTEST] != 0) {
                put(
                        hash(contestId(old[slot + SEQUENCE_AND_CONTEST]), old[slot], old[slot + 1]),
                        old[slot],
                        old[slot + 1],
                        old[slot + SEQUENCE_AND_CONTEST],
                        old[slot + AGAIN_AND_VERDICT]);
            }
        }
    }
}
