package io.fortyeight.ledger;

import io.fortyeight.counting.Ping;
import io.fortyeight.counting.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Of a line of the ledger, what a recount looks at.
 *
 * @param via the code of the share link that the ping carries; null for none, and where nobody asked for it
 * @param creditedTo the id of the link that the ping is credited to, as written; null for none, or where nobody asked
 */
record JudgedPing(
        long sequence,
        Ping ping,
        Verdict verdict,
        @Nullable String via,
        @Nullable Long creditedTo) {}
