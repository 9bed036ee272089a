package io.fortyeight.ledger.writer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the judge may keep in memory. */
@ConfigMapping(prefix = "fortyeight.memory")
interface MemoryConfig {

    /** How many visitors are remembered over all contests before new ones of the busiest networks get 503. */
    @WithDefault("2000000")
    int visitors();

    /** How many ping ids are remembered, 32 to 92 bytes each; with more than that, the oldest are forgotten early. */
    @WithDefault("4000000")
    int pingIds();
}
