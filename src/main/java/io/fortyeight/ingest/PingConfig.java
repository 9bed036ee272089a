package io.fortyeight.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who is believed about addresses, and when a flood is shed. */
@ConfigMapping(prefix = "fortyeight")
interface PingConfig {

    Proxies proxies();

    Shed shed();

    /** Reverse proxies in front of this server. */
    interface Proxies {

        /** Addresses or CIDR ranges whose {@code Forwarded} or {@code X-Forwarded-For} is believed; none by default. */
        Optional<List<String>> trusted();

        /** Which of the two headers the proxies write. */
        @WithDefault("either")
        ForwardedHeader header();
    }

    /** Floods are answered 429 without an entry in the ledger, so that nobody can fill the disk. 0 turns one off. */
    interface Shed {

        /** Pings a minute that a frozen visitor may still send. */
        @WithDefault("60")
        int frozenVisitorPerMinute();

        /** Pings a minute that a network may send, over all contests. */
        @WithDefault("6000")
        int networkPerMinute();
    }
}
