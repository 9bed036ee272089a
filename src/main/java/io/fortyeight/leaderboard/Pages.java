package io.fortyeight.leaderboard;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Answers with a page in the reader's language; it is never kept, for the next one may be another's. */
final class Pages {

    private Pages() {}

    static Response ok(TemplateInstance page, Speech speech) {
        return of(Status.OK, page, speech);
    }

    static Response of(Status status, TemplateInstance page, Speech speech) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, speech.language().tag())
                .entity(page.setLocale(speech.language().locale()))
                .build();
    }
}
