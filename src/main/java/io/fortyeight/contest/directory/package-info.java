/**
 * Contests and campaigns as everyone reads them, kept in memory, and what may be seen of a contest when.
 *
 * <p>Knows nothing of pings.
 */
@NullMarked
package io.fortyeight.contest.directory;

import org.jspecify.annotations.NullMarked;
