package io.fortyeight.ledger.writer;

import io.fortyeight.core.counting.Verdict;
import java.util.OptionalLong;

/**
 * What became of a ping. Once there is an answer, it is durable.
 *
 * @param partition the public number of the ledger's partition
 * @param sequence of the ledger's entry; 0 when the ping came after certification and was only summed
 * @param countsAgainAtMillis the earliest instant at which the visitor's next ping on the item would count; empty when
 *     this one has counted
 */
public record Answer(Verdict verdict, int partition, long sequence, OptionalLong countsAgainAtMillis) {

    /** To a ping that came after certification: it is only summed. */
    public static Answer unledgeredLate() {
        return new Answer(Verdict.LATE, LivePartition.NUMBER, 0, OptionalLong.empty());
    }

    public boolean isLedgered() {
        return sequence > 0;
    }
}
