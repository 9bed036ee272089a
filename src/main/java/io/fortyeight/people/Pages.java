package io.fortyeight.people;

import io.fortyeight.web.Language;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Answers with pages that no cache keeps. */
final class Pages {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String NO_STORE = "no-store";

    private Pages() {}

    static Response of(Status status, TemplateInstance page, HttpHeaders reader) {
        var language = Language.of(reader);
        // Rendered here: failures are answered outside of where templates are.
        return Response.status(status)
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(page.setLocale(language.locale()).render())
                .build();
    }

    /** Sends on by GET, so that loading again sends nothing again. */
    static Response to(String path) {
        // Not seeOther: it would make the address absolute, by a scheme that a proxy may have changed.
        return Response.status(Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }
}
