package io.fortyeight.ingest.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The reverse proxies in front of this server, whose word about addresses is believed. */
@ConfigMapping(prefix = "fortyeight.proxies")
interface ProxiesConfig {

    /** Addresses or CIDR ranges whose {@code Forwarded} or {@code X-Forwarded-For} is believed; none by default. */
    Optional<List<String>> trusted();

    /** Which of the two headers the proxies write. */
    @WithDefault("either")
    ForwardedHeader header();
}
