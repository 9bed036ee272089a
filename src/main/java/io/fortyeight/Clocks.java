package io.fortyeight;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one place where the application gets its time from, in whole milliseconds. Tests put a clock of their own here. */
final class Clocks {

    private Clocks() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
