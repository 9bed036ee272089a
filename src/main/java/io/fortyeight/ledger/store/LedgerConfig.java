package io.fortyeight.ledger.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pings are queued, committed and remembered. */
@ConfigMapping(prefix = "fortyeight.ledger")
public interface LedgerConfig {

    /** How many pings may wait for the judge; one more is answered 503. A full queue is about half a second of work. */
    @WithDefault("16384")
    int queueCapacity();

    /** The most pings in one commit. Larger batches no longer raise the throughput, but the time to an answer. */
    @WithDefault("2048")
    int batchSize();

    /** How long a ping id is remembered, so that a retry gets the first answer. */
    @WithDefault("PT15M")
    Duration rememberPingIds();

    /** How old the writer's lease must be before a standby ends the holder's session and takes over. */
    @WithDefault("PT10S")
    Duration lease();

    /** The longest that a ping waits for its answer; then it gets 503, whatever keeps the judge. */
    @WithDefault("PT4S")
    Duration answerWithin();

    /** The longest that one statement of the writer may take; then the connection is given up, the pings get 503. */
    @WithDefault("PT4S")
    Duration statementTimeout();
}
