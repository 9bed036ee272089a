package io.fortyeight.web.page;

import io.fortyeight.web.http.PublicUrl;
import io.fortyeight.web.http.Sha256;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every page has around it: its style and scripts, where it is, and the warning when counts may be lost. */
@Singleton
public class PageLayout {

    /** The key under which the request holds the name of the user who is signed in. */
    public static final String SIGNED_IN = PageLayout.class.getName();

    private static final String FOLDER = "META-INF/resources/";
    private static final List<String> ASSETS = List.of(
            "fortyeight.css",
            "pages.js",
            "close-board.js",
            "snippet.js",
            "charts.js",
            "campaign.js",
            "embed.js",
            "desk.js",
            "mark.svg");
    private static final int VERSION_LENGTH = 12;

    private final DurabilityStatus durability;
    private final CurrentVertxRequest request;
    private final PublicUrl address;
    private final String version = version();

    PageLayout(DurabilityStatus durability, CurrentVertxRequest request, PublicUrl address) {
        this.durability = durability;
        this.request = request;
        this.address = address;
    }

    public Language[] getLanguages() {
        return Language.values();
    }

    public boolean isUnsafe() {
        return durability.isUnsafe();
    }

    /** Changes with the files, for browsers keep them for long. */
    public String getVersion() {
        return version;
    }

    /** The name of who is signed in, on pages that ask for a role; null on all others, where each fan would cost a query. */
    public @Nullable String getSignedIn() {
        return request.getCurrent().get(SIGNED_IN);
    }

    /** This server's address, without a slash at its end. */
    public String getBase() {
        return address.of("");
    }

    /** The page's own address, for who quotes it: whole, without a query. */
    public String getAddress() {
        return address.of(request.getCurrent().request().path());
    }

    /** The page's path and query, to be put into a query. */
    public String getBack() {
        return URLEncoder.encode(request.getCurrent().request().uri(), StandardCharsets.UTF_8);
    }

    private static String version() {
        var files = new ByteArrayOutputStream();
        for (var asset : ASSETS) {
            try (var file = PageLayout.class.getClassLoader().getResourceAsStream(FOLDER + asset)) {
                if (file == null) {
                    throw new IllegalStateException("The file " + asset + " is missing from this build");
                }
                file.transferTo(files);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return HexFormat.of().formatHex(Sha256.of(files.toByteArray())).substring(0, VERSION_LENGTH);
    }
}
