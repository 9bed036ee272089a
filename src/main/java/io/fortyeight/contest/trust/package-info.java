/**
 * Who is behind a campaign, what its cause does with money, and which prizes a contest has.
 *
 * <p>Reads no counts. Tells {@code contest.lifecycle} through {@code TrustMark} when a card is complete.
 */
@NullMarked
package io.fortyeight.contest.trust;

import org.jspecify.annotations.NullMarked;
