package io.fortyeight.site.embed;

import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Headers of what any site may show. No such answer depends on who asks, and none has a cookie. */
final class EmbedHeaders {

    private EmbedHeaders() {}

    /** May be used and read by pages of all origins. */
    static ResponseBuilder open(ResponseBuilder answer) {
        return answer.header("Access-Control-Allow-Origin", "*").header("Cross-Origin-Resource-Policy", "cross-origin");
    }

    /**
     * May be framed, too.
     *
     * @param policy what it may use itself
     */
    static ResponseBuilder framed(ResponseBuilder answer, String policy) {
        return open(answer)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *" + policy);
    }
}
