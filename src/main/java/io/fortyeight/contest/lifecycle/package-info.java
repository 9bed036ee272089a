/**
 * The states of a contest and the changes between them, each in one transaction.
 *
 * <p>Knows nothing of pings. Whoever must react to a change observes {@link StateChange}.
 */
@NullMarked
package io.fortyeight.contest.lifecycle;

import org.jspecify.annotations.NullMarked;
