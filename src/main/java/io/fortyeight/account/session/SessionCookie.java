package io.fortyeight.account.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie that a session is known by: for this host alone, out of reach for scripts, not sent with what other sites
 * submit. Where people come by https it is {@code Secure}, and its name has the prefix with which browsers let no
 * neighbouring host set it.
 */
@Singleton
class SessionCookie {

    private static final String NAME = "fortyeight-session";
    private static final String SECURE_NAME = "__Host-" + NAME;
    private static final String EVERYWHERE = "/";

    private final boolean behindHttps;

    /** @param behindHttps a proxy ends TLS, which this server can't see by itself */
    SessionCookie(@ConfigProperty(name = "fortyeight.https", defaultValue = "false") boolean behindHttps) {
        this.behindHttps = behindHttps;
    }

    Optional<String> read(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name(request))).map(Cookie::getValue);
    }

    void set(HttpServerRequest request, String token) {
        add(request, Cookie.cookie(name(request), token));
    }

    void clear(HttpServerRequest request) {
        add(request, Cookie.cookie(name(request), "").setMaxAge(0));
    }

    private void add(HttpServerRequest request, Cookie cookie) {
        request.response()
                .addCookie(cookie.setPath(EVERYWHERE)
                        .setHttpOnly(true)
                        .setSecure(isSecure(request))
                        .setSameSite(CookieSameSite.LAX));
    }

    private String name(HttpServerRequest request) {
        return isSecure(request) ? SECURE_NAME : NAME;
    }

    private boolean isSecure(HttpServerRequest request) {
        return behindHttps || request.isSSL();
    }
}
