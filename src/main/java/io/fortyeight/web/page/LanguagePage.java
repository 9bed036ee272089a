package io.fortyeight.web.page;

import io.fortyeight.web.http.LocalPath;
import io.fortyeight.web.http.Problems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Keeps a reader's choice of language in a cookie, and leads back to where they chose it. */
@Path("/language")
public class LanguagePage {

    private static final int YEAR_SECONDS = Math.toIntExact(Duration.ofDays(365).toSeconds());

    @GET
    @Operation(hidden = true)
    public Response choose(@QueryParam("to") @Nullable String to, @QueryParam("back") @Nullable String back) {
        var language = Language.ofTag(to == null ? "" : to)
                .orElseThrow(() -> Problems.invalidQuery("to", "must be the tag of a language that pages speak"));
        var cookie = new NewCookie.Builder(Language.COOKIE)
                .value(language.tag())
                .path("/")
                .maxAge(YEAR_SECONDS)
                .sameSite(SameSite.LAX)
                .httpOnly(true)
                .build();
        // Not seeOther: it would make the address absolute, by a scheme that a proxy may have changed.
        return Response.status(Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, LocalPath.of(back).orElse("/"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie)
                .build();
    }
}
