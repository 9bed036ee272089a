/**
 * The organizer's API for contests and campaigns, and their entities.
 *
 * <p>Knows nothing of pings: what judges or reads them depends on this door, never the reverse.
 */
@NullMarked
package io.fortyeight.contest.api;

import org.jspecify.annotations.NullMarked;
