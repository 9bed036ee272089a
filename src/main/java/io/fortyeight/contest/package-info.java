/**
 * Contests and campaigns: their life cycle, their directory, and the organizer's API.
 *
 * <p>Knows nothing of pings on their way: who takes, judges or reads them depends on this package, never the reverse.
 */
@NullMarked
package io.fortyeight.contest;

import org.jspecify.annotations.NullMarked;
