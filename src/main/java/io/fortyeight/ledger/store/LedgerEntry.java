package io.fortyeight.ledger.store;

import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Verdict;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param partitionId the row of {@code ledger_partition} that it belongs to
 * @param sequence 1, 2, 3 ... without a gap in its partition
 * @param ping as it was judged; {@link Ping#robot()} is what the verdict tells
 * @param pingId made by the page, for retries
 * @param via the share link that brought the visitor
 */
public record LedgerEntry(
        int partitionId,
        long sequence,
        Ping ping,
        Verdict verdict,
        @Nullable UUID pingId,
        @Nullable String via) {}
