/**
 * Webhooks by the Standard Webhooks specification: endpoints, secrets and deliveries.
 *
 * <p>Takes events from the outbox; knows nothing of what they mean.
 */
@NullMarked
package io.fortyeight.notify.webhook;

import org.jspecify.annotations.NullMarked;
