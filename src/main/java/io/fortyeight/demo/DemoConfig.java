package io.fortyeight.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether and how the demonstration runs. */
@ConfigMapping(prefix = "fortyeight.demo")
interface DemoConfig {

    /** Makes a contest at start, and sends it a crowd. Needs 127.0.0.1 and ::1 in {@code fortyeight.proxies.trusted}. */
    @WithDefault("false")
    boolean enabled();

    /** How long the contest's window is. */
    @WithDefault("PT3M")
    Duration window();

    /** How many pings the crowd sends a second. */
    @WithDefault("80")
    int pingsPerSecond();
}
