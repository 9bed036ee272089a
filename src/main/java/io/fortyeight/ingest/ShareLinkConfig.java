package io.fortyeight.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many share links may be asked for, so that nobody can fill the disk with them. */
@ConfigMapping(prefix = "fortyeight.links")
interface ShareLinkConfig {

    /** Share links a minute that a network may ask for, over all contests; 0 is no limit. */
    @WithDefault("120")
    int networkPerMinute();
}
