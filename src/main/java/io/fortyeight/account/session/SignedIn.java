package io.fortyeight.account.session;

import io.fortyeight.account.user.Actor;

/** Somebody has signed in; observed in the transaction in which their session begins. */
public record SignedIn(Actor actor) {}
