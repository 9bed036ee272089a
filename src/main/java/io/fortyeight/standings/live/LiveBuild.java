package io.fortyeight.standings.live;

import io.fortyeight.standings.result.Leaderboard;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all readers of a contest's events are shown at a time.
 *
 * @param leaderboard null when the tally could not be read yet
 * @param standings the leaderboard as an event, encoded once for all readers; the same object while nothing changes
 */
record LiveBuild(
        long number,
        Phase phase,
        @Nullable Leaderboard leaderboard,
        @Nullable Buffer standings) {

    /** As much of the event {@code state} as makes one differ from another. */
    record Phase(String state, Instant opensAt, Instant closesAt) {}

    /** The event {@code state}: each reader gets it with the time at which it is sent, to set its countdown by. */
    record State(String state, Instant opensAt, Instant closesAt, Instant serverTime) {

        static State of(Phase phase, Instant now) {
            return new State(phase.state(), phase.opensAt(), phase.closesAt(), now);
        }
    }
}
