package io.fortyeight.ledger.writer;

import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers by contest and ping id, in many small tables. Each grows by itself, so no ping has to wait until all answers have
 * moved to a larger one; and none is so large that the garbage collector gives it regions of its own.
 */
final class AnswerShards {

    private static final int SHARDS = 128;

    /** By chance some shards get more than others: of thousands, an eighth more is ten standard deviations. */
    private static final int SLACK = 8;

    private static final int MIN_IN_SHARD = 64;

    private final AnswerTable[] shards;
    private final int most;
    private int size;

    /** @param most how many answers come into it at most */
    AnswerShards(int most) {
        this.most = most;
        var mostInShard = Math.max(MIN_IN_SHARD, most / SHARDS + most / SHARDS / SLACK);
        shards = IntStream.range(0, SHARDS)
                .mapToObj(shard -> new AnswerTable(mostInShard))
                .toArray(AnswerTable[]::new);
    }

    int size() {
        return size;
    }

    /** Whether this one does not come into it any more. */
    boolean isFullFor(int contestId, UUID pingId) {
        return size >= most || shard(hash(contestId, pingId)).isFull();
    }

    @Nullable
    Answer find(int contestId, UUID pingId) {
        var hash = hash(contestId, pingId);
        return shard(hash).find(hash, contestId, pingId);
    }

    /** @param answer to a ping that is in a live partition of the ledger */
    void put(int contestId, UUID pingId, Answer answer) {
        var hash = hash(contestId, pingId);
        if (shard(hash).put(hash, contestId, pingId, answer)) {
            size++;
        }
    }

    private static long hash(int contestId, UUID pingId) {
        return AnswerTable.hash(contestId, pingId.getMostSignificantBits(), pingId.getLeastSignificantBits());
    }

    private AnswerTable shard(long hash) {
        return shards[(int) hash & (SHARDS - 1)];
    }
}
