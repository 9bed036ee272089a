package io.fortyeight.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a flood is answered 429 without an entry in the ledger, so that nobody can fill the disk. 0 turns one off. */
@ConfigMapping(prefix = "fortyeight.shed")
interface ShedConfig {

    /** Pings a minute that a frozen visitor may still send. */
    @WithDefault("60")
    int frozenVisitorPerMinute();

    /** Pings a minute that a network may send, over all contests. */
    @WithDefault("6000")
    int networkPerMinute();

    /** Questions a minute about their visitors (what their shares brought, nicknames) that a network's pages may ask. */
    @WithDefault("600")
    int networkQuestionsPerMinute();
}
