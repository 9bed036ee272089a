package io.fortyeight.notify.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where events may be sent, and for how long. */
@ConfigMapping(prefix = "fortyeight.webhooks")
interface WebhookConfig {

    /** Whether events may be sent to addresses that are not public: to this machine, and to its private networks. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How long former secrets go on signing after a new one was made. */
    @WithDefault("PT24H")
    Duration keepFormerSecrets();

    /** How long one attempt may take, from the connection to the end of the answer. */
    @WithDefault("PT15S")
    Duration timeout();
}
