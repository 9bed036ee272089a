package io.fortyeight.ingest.client;

/** The header in which the trusted proxies name the client. */
enum ForwardedHeader {
    /**
     * Whichever is there. If both are and name different clients, neither is believed: many proxies write only one and
     * pass the other on as the client made it up.
     */
    EITHER,
    /** {@code Forwarded}, RFC 7239. */
    FORWARDED,
    X_FORWARDED_FOR
}
