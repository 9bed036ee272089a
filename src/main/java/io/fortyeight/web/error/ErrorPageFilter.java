package io.fortyeight.web.error;

import io.fortyeight.web.http.SecurityHeaders;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Replaces a resource's problem by the error page, where a page was asked for. */
class ErrorPageFilter {

    private final ErrorPage page;

    ErrorPageFilter(ErrorPage page) {
        this.page = page;
    }

    @ServerResponseFilter
    void filter(ContainerResponseContext response, RoutingContext exchange) {
        var type = response.getMediaType();
        if (type != null && type.isCompatible(HttpProblem.MEDIA_TYPE)) {
            page.render(exchange, response.getStatus(), detail(response.getEntity()))
                    .ifPresent(html -> response.setEntity(html, null, MediaType.valueOf(SecurityHeaders.HTML_UTF_8)));
        }
    }

    private static @Nullable String detail(@Nullable Object entity) {
        return entity instanceof HttpProblem problem ? problem.getDetail() : null;
    }
}
