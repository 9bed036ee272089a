package io.fortyeight.web.http;

/** Which web origins may read the public API from their pages. */
public interface KnownOrigins {

    /**
     * Whether pages of this origin may read answers. Never waits.
     *
     * @param origin as in the header {@code Origin}, for instance {@code https://example.org}
     */
    boolean knows(String origin);
}
