package io.fortyeight.notify.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a contest.
 *
 * @param payload JSON, as it is sent: see {@link EventPayload}
 */
public record OutboxEvent(UUID id, int contestId, EventType type, Instant occurredAt, String payload) {}
