package io.fortyeight.account.session;

import io.fortyeight.account.user.Actor;

/** Somebody signs out; observed in the transaction in which their session ends. */
public record SignedOut(Actor actor) {}
