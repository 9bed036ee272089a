package io.fortyeight.core.counting;

/** The pseudonym of the network that a ping came from, within a contest: 64 bits of an HMAC, so evenly spread. */
public record NetworkKey(long value) {}
