package io.fortyeight.contest.api;

import java.util.function.Supplier;

/** Lets an edit of a contest happen while no ping is being judged. */
public interface JudgingPause {

    /**
     * Runs {@code edit} between two batches of pings and returns what it returns. Pings that are received meanwhile wait,
     * and are judged by what the edit left in the {@link ContestDirectory}.
     *
     * @throws RuntimeException what {@code edit} throws
     */
    <T> T whilePaused(Supplier<T> edit);
}
