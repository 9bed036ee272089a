package io.fortyeight.account.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in. */
@ConfigMapping(prefix = "fortyeight.sessions")
interface SessionsConfig {

    /** Without a request for so long, a session is over. */
    @WithDefault("PT4H")
    Duration idle();

    /** However much it is used, a session is over after this: a window of 48 hours and the night after it. */
    @WithDefault("PT72H")
    Duration longest();
}
