/**
 * The pages everyone sees: the list of contests, and each contest's leaderboard, result, and rules in words with
 * examples that the rules themselves compute.
 *
 * <p>Only reads, and only what {@code standings} lets be seen.
 */
@NullMarked
package io.fortyeight.site.contest;

import org.jspecify.annotations.NullMarked;
