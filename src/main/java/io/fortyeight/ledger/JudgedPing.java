package io.fortyeight.ledger;

import io.fortyeight.counting.Ping;
import io.fortyeight.counting.Verdict;

/** Of a line of the ledger, what a recount looks at. */
record JudgedPing(long sequence, Ping ping, Verdict verdict) {}
