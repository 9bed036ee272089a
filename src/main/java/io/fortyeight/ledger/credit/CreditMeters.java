package io.fortyeight.ledger.credit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How far credit is behind the ledger. */
@Singleton
class CreditMeters implements MeterBinder {

    private final Credits credits;

    CreditMeters(Credits credits) {
        this.credits = credits;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("fortyeight.credit.behind", credits, Credits::entriesBehind)
                .description(
                        "Entries that share links have not been given credit for yet; does not fall while that fails")
                .baseUnit("entries")
                .register(registry);
    }
}
