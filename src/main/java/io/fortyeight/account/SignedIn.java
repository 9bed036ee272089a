package io.fortyeight.account;

/** Somebody has signed in; observed in the transaction in which their session begins. */
public record SignedIn(Actor actor) {}
