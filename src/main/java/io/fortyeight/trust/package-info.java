/**
 * Who is behind a campaign: its trust card, whether the links on it work, what its cause does with money, and what there is to
 * be won.
 *
 * <p>Says nothing of how pings are counted, and reads no counts: whoever shows a card brings the standings along. That a card
 * is complete is told to {@code contest} by its {@code TrustMark}.
 */
@NullMarked
package io.fortyeight.trust;

import org.jspecify.annotations.NullMarked;
