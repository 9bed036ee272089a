package io.fortyeight.site.script;

import io.fortyeight.web.page.Language;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The script that campaign pages load, by an address that never changes: so it is kept for minutes only. It loads its parts in
 * the language of the page.
 */
@Path("/")
public class ScriptResource {

    /** An old one goes on being used while a new one is fetched, and for a day while there is no getting one. */
    private static final String CACHING = "public, max-age=600, stale-while-revalidate=86400, stale-if-error=86400";

    private static final String VARY_BY_LANGUAGE = HttpHeaders.ACCEPT_ENCODING + ", " + HttpHeaders.ACCEPT_LANGUAGE;

    private static final Pattern GZIP =
            Pattern.compile("(?:^|,)\\s*(?:gzip|\\*)\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)");

    private final ScriptFile core = ScriptFile.of("fortyeight.js");
    private final Map<Language, ScriptFile> more = byLanguage("fortyeight-more.js", TrackerMessages.class);
    private final Map<Language, ScriptFile> share = byLanguage("fortyeight-share.js", ShareButtonMessages.class);

    @GET
    @Path("fortyeight.js")
    @NonBlocking
    @Operation(hidden = true)
    public Response core(@HeaderParam("Accept-Encoding") @Nullable String accepted, @Context Request request) {
        return answer(core, HttpHeaders.ACCEPT_ENCODING, accepted, request);
    }

    @GET
    @Path("fortyeight-more.js")
    @NonBlocking
    @Operation(hidden = true)
    public Response more(
            @QueryParam("lang") @Nullable String language,
            @HeaderParam("Accept-Language") @Nullable String languages,
            @HeaderParam("Accept-Encoding") @Nullable String accepted,
            @Context Request request) {
        return answer(more, language, languages, accepted, request);
    }

    @GET
    @Path("fortyeight-share.js")
    @NonBlocking
    @Operation(hidden = true)
    public Response share(
            @QueryParam("lang") @Nullable String language,
            @HeaderParam("Accept-Language") @Nullable String languages,
            @HeaderParam("Accept-Encoding") @Nullable String accepted,
            @Context Request request) {
        return answer(share, language, languages, accepted, request);
    }

    private static Map<Language, ScriptFile> byLanguage(String name, Class<?> bundle) {
        return Arrays.stream(Language.values())
                .collect(Collectors.toMap(Function.identity(), language -> ScriptFile.of(name, bundle, language)));
    }

    /** In the page's language, else in one of the browser's. */
    private static Response answer(
            Map<Language, ScriptFile> files,
            @Nullable String ofPage,
            @Nullable String ofBrowser,
            @Nullable String accepted,
            Request request) {
        return ofPage == null || ofPage.isEmpty()
                ? answer(in(Language.accepted(ofBrowser), files), VARY_BY_LANGUAGE, accepted, request)
                : answer(in(Language.accepted(ofPage), files), HttpHeaders.ACCEPT_ENCODING, accepted, request);
    }

    private static ScriptFile in(Language language, Map<Language, ScriptFile> files) {
        return Objects.requireNonNull(files.get(language));
    }

    private static Response answer(ScriptFile file, String vary, @Nullable String accepted, Request request) {
        var zips = accepted != null
                && GZIP.matcher(accepted.toLowerCase(Locale.ROOT)).find();
        var tag = new EntityTag(zips ? file.hash() + "-gzip" : file.hash());
        @Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? whole(file, zips) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .header(HttpHeaders.VARY, vary)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private static ResponseBuilder whole(ScriptFile file, boolean zips) {
        var answer = Response.ok(zips ? file.gzipped() : file.plain()).type("text/javascript;charset=utf-8");
        return zips ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }
}
