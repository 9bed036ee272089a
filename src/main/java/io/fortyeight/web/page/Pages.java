package io.fortyeight.web.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Answers with pages in the reader's language; no cache keeps them, for the next reader may be another one. */
public final class Pages {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String NO_STORE = "no-store";

    private Pages() {}

    public static Response ok(TemplateInstance page, Language language) {
        return of(Status.OK, page, language);
    }

    public static Response of(Status status, TemplateInstance page, HttpHeaders reader) {
        return of(status, page, Language.of(reader));
    }

    public static Response of(Status status, TemplateInstance page, Language language) {
        return of(status.getStatusCode(), page, language);
    }

    public static Response of(int status, TemplateInstance page, Language language) {
        // Rendered here: failures are answered outside of where templates are.
        return Response.status(status)
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(page.setLocale(language.locale()).render())
                .build();
    }

    /** Sends on by GET, so that loading again sends nothing again. */
    public static Response to(String path) {
        return at(Status.SEE_OTHER, path);
    }

    /** Names a page; not as a URI, which would be made absolute by a scheme that a proxy may have changed. */
    public static Response at(Status status, String path) {
        return Response.status(status)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }
}
