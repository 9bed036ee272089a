package io.fortyeight.ledger.replay;

import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Of a line of the ledger, what a recount looks at.
 *
 * @param via the code of the share link that the ping carries; null for none, and where nobody asked for it
 * @param creditedTo the id of the link that the ping is credited to, as written; null for none, or where nobody asked
 */
public record JudgedPing(
        long sequence,
        Ping ping,
        Verdict verdict,
        @Nullable String via,
        @Nullable Long creditedTo) {}
