package io.fortyeight.account.user;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often somebody may try to sign in. What counts are attempts that fail. */
@ConfigMapping(prefix = "fortyeight.sign-in")
public interface SignInConfig {

    /** Attempts are counted from the first one for so long. */
    @WithDefault("PT15M")
    Duration within();

    /** With one name from one network. */
    @WithDefault("10")
    int perNameAndNetwork();

    /** With one name from everywhere: more, so that strangers can't easily keep its owner out. */
    @WithDefault("100")
    int perName();

    /** From one network with any name. */
    @WithDefault("50")
    int perNetwork();

    /** The cost of new bcrypt hashes: one more makes guessing, and signing in, take twice as long. */
    @WithDefault("10")
    int bcryptCost();
}
