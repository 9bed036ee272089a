package io.fortyeight.close;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When things around the close are due. */
@ConfigMapping(prefix = "fortyeight.closing")
interface ClosingConfig {

    /** How long after certification a contest's secret is kept; then its pseudonyms are final. */
    @WithDefault("P30D")
    Duration keepSecretAfterCertification();

    /** How long after the end of its window a contest's secret is kept at most, certified or not. */
    @WithDefault("P90D")
    Duration keepSecretAfterWindow();

    /** How long one attempt to drain waits for the judge before the next sweep tries again. */
    @WithDefault("PT10S")
    Duration drainPatience();
}
