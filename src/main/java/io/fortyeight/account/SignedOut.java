package io.fortyeight.account;

/** Somebody signs out; observed in the transaction in which their session ends. */
public record SignedOut(Actor actor) {}
