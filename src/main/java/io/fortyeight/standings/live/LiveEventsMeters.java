package io.fortyeight.standings.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Tells how many listen to live events. */
@Singleton
class LiveEventsMeters implements MeterBinder {

    private final LiveEvents events;

    LiveEventsMeters(LiveEvents events) {
        this.events = events;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("fortyeight.event.readers", events::readers)
                .description("Readers of live events now, of all contests")
                .register(registry);
    }
}
