package io.fortyeight.web.error;

import io.fortyeight.web.page.Language;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What somebody before a browser gets instead of a problem. Programs say that they want something else than HTML. */
@Singleton
class PageInstead {

    private static final Logger LOG = Logger.getLogger(PageInstead.class);

    private final FailurePages pages;
    private final CurrentVertxRequest current;

    PageInstead(FailurePages pages, CurrentVertxRequest current) {
        this.pages = pages;
        this.current = current;
    }

    /** The page, for an answer whose headers are set here; empty for who gets a problem. */
    @ActivateRequestContext
    Optional<String> of(RoutingContext exchange, int status, @Nullable String detail) {
        if (!isWanted(exchange.request())) {
            return Optional.empty();
        }
        // Failures outside of the resources have no current request yet, and templates ask for it.
        if (current.getCurrent() == null) {
            current.setCurrent(exchange);
        }
        try {
            var language = Language.of(exchange.request());
            var page = pages.page(status, detail, language);
            exchange.response()
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
            return Optional.of(page);
        } catch (RuntimeException failure) {
            LOG.error("There is no page for a failure", failure);
            return Optional.empty();
        }
    }

    private static boolean isWanted(HttpServerRequest request) {
        var path = request.path();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.toLowerCase(Locale.ROOT).contains("text/html")
                && (path == null || !path.startsWith("/api/"));
    }
}
