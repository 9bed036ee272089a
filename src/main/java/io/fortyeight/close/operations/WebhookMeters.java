package io.fortyeight.close.operations;

import io.fortyeight.notify.webhook.Deliveries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Tells how far the deliveries of events are behind; read from the database when the page is asked for. */
@Singleton
class WebhookMeters implements MeterBinder {

    private final Deliveries deliveries;

    WebhookMeters(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("fortyeight.webhook.pending", () -> deliveries.backlog().pending())
                .description("Deliveries of events to webhooks that were not made yet, or have to be tried again")
                .register(registry);
    }
}
