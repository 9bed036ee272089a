package io.fortyeight.leaderboard;

import io.fortyeight.web.Language;
import io.fortyeight.web.Problems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Keeps a reader's choice of language in a cookie, and leads back to where they chose it. */
@Path("/language")
public class LanguagePage {

    private static final int YEAR_SECONDS = Math.toIntExact(Duration.ofDays(365).toSeconds());

    /**
     * A path of this server. Browsers take {@code //host} and {@code /\host} for another one, and drop tabs and line breaks
     * before they look: only visible ASCII without a backslash gets through.
     */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[!-\\[\\]-~]*");

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
                .header(HttpHeaders.LOCATION, isLocal(back) ? back : "/")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie)
                .build();
    }

    private static boolean isLocal(@Nullable String back) {
        return back != null && LOCAL.matcher(back).matches();
    }
}
