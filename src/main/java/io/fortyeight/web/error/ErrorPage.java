package io.fortyeight.web.error;

import io.fortyeight.web.http.HtmlReaders;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The page that a person in a browser gets instead of a problem. It asks no database. */
@Singleton
class ErrorPage {

    private static final Logger LOG = Logger.getLogger(ErrorPage.class);

    /** Details of these say what is wrong with the request; those of others are for programs. */
    private static final Set<Integer> SHOWS_DETAIL = Set.of(400, 403, 409, 413);

    @CheckedTemplate(basePath = "web/error")
    static class Templates {

        private Templates() {}

        /** @param told what the status alone does not say; null when there is no such thing */
        static native TemplateInstance failure(PageLayout shell, int status, @Nullable String told);
    }

    private final PageLayout shell;
    private final CurrentVertxRequest current;

    ErrorPage(PageLayout shell, CurrentVertxRequest current) {
        this.shell = shell;
        this.current = current;
    }

    /**
     * The page, for an answer whose headers are set here; empty for programs, which get a problem.
     *
     * @param detail for people, in English; null when there is nothing to add to what the status means
     */
    @ActivateRequestContext
    Optional<String> render(RoutingContext exchange, int status, @Nullable String detail) {
        var request = exchange.request();
        if (!HtmlReaders.wantPage(request.path(), request.getHeader(HttpHeaders.ACCEPT))) {
            return Optional.empty();
        }
        // Failures outside of the resources have no current request yet, and templates ask for it.
        if (current.getCurrent() == null) {
            current.setCurrent(exchange);
        }
        try {
            var language = Language.of(request);
            var page = Templates.failure(shell, status, SHOWS_DETAIL.contains(status) ? detail : null)
                    .setLocale(language.locale())
                    .render();
            exchange.response()
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
            return Optional.of(page);
        } catch (RuntimeException failure) {
            LOG.error("The error page can't be rendered", failure);
            return Optional.empty();
        }
    }
}
