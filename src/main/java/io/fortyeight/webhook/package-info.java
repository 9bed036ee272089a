/**
 * Webhooks by the Standard Webhooks specification: endpoints, their secrets, and the delivery of events to them.
 *
 * <p>Takes events from the outbox; knows nothing of what they mean.
 */
@NullMarked
package io.fortyeight.webhook;

import org.jspecify.annotations.NullMarked;
