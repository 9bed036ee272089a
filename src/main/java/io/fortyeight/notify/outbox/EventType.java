package io.fortyeight.notify.outbox;

import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.lifecycle.StateChange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be told of a contest. */
public enum EventType {
    OPENED("contest.opened"),
    /** A while before the window closes; see {@link WarningTimes}. */
    CLOSING("contest.closing"),
    CLOSED("contest.closed"),
    /** The close waits for an operator. */
    HELD("contest.held"),
    CERTIFIED("contest.certified"),
    ANNOUNCED("contest.announced");

    private final String jsonName;

    EventType(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The name in JSON and in the database. */
    public String jsonName() {
        return jsonName;
    }

    public static List<String> wires() {
        return Arrays.stream(values()).map(EventType::jsonName).toList();
    }

    static EventType ofJsonName(String jsonName) {
        return Arrays.stream(values())
                .filter(type -> type.jsonName.equals(jsonName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no event " + jsonName));
    }

    /** What a step is told as; empty for a held close that is tried again. */
    static Optional<EventType> of(StateChange change) {
        return switch (change.to()) {
            case SCHEDULED -> Optional.empty();
            case OPEN -> Optional.of(OPENED);
            case CLOSING -> change.from() == ContestState.OPEN ? Optional.of(CLOSED) : Optional.empty();
            case HELD -> Optional.of(HELD);
            case CERTIFIED -> Optional.of(CERTIFIED);
            case ANNOUNCED -> Optional.of(ANNOUNCED);
        };
    }
}
