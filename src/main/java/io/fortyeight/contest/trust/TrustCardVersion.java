package io.fortyeight.contest.trust;

import java.time.Instant;

/**
 * A trust card as it was from one edit to the next.
 *
 * @param version 1, 2, 3 ...
 * @param editedBy the name of a token or a person: for organizers and auditors only
 */
public record TrustCardVersion(int version, Instant editedAt, String editedBy, TrustCard card) {}
