package io.fortyeight.contest.linkcheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the links on trust cards are checked. */
@ConfigMapping(prefix = "fortyeight.links")
interface LinkCheckConfig {

    /** Whether links may lead to addresses that are not public, and by plain http to this machine: for trials and tests. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How often a link that works is looked at. */
    @WithDefault("PT6H")
    Duration every();

    /** How soon a link that failed is looked at again. */
    @WithDefault("PT10M")
    Duration again();

    /** How long a check may take, redirects included. */
    @WithDefault("PT10S")
    Duration timeout();
}
