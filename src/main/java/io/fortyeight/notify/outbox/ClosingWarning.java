package io.fortyeight.notify.outbox;

import java.time.Duration;

/**
 * The warning that a contest's window closes before long.
 *
 * @param before how long before the close it is due
 */
record ClosingWarning(int contestId, Duration before) {}
