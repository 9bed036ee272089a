package io.fortyeight.contest.lifecycle;

import io.fortyeight.contest.directory.ContestState;
import java.time.Instant;

/**
 * A step that a contest has made. Fired by {@link ContestLifecycle} within the transaction of the step, synchronously: what
 * an observer writes is stored together with the new state or not at all, and an observer that fails undoes the step.
 */
public record StateChange(int contestId, ContestState from, ContestState to, Instant at) {}
