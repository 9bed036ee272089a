package io.fortyeight.web.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Absolute addresses of this server, for what is read elsewhere: below {@code fortyeight.public-url}, or, when that is not
 * set, below where the current request was sent.
 */
@Named
@Singleton
public class PublicUrl {

    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int ANY_DEFAULT_PORT = -1;

    private final Optional<URI> publicUrl;
    private final CurrentVertxRequest current;

    PublicUrl(@ConfigProperty(name = "fortyeight.public-url") Optional<URI> publicUrl, CurrentVertxRequest current) {
        this.publicUrl = publicUrl;
        this.current = current;
    }

    /** @param path begins with a slash */
    public String of(String path) {
        return base() + path;
    }

    /** The same, to be put into a query. */
    public String encoded(String path) {
        return URLEncoder.encode(of(path), StandardCharsets.UTF_8);
    }

    /** The path of an address below this server's, decoded; empty for anything else. */
    public Optional<String> pathOf(String address) {
        try {
            var own = new URI(base());
            var given = new URI(address);
            var scheme = given.getScheme();
            var path = given.getPath();
            var isOwn = scheme != null
                    && SCHEMES.contains(scheme)
                    && given.getRawUserInfo() == null
                    && own.getHost().equalsIgnoreCase(given.getHost())
                    && port(own) == port(given)
                    && path.startsWith(own.getPath() + "/");
            return isOwn ? Optional.of(path.substring(own.getPath().length())) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private String base() {
        var base = publicUrl
                .map(URI::toString)
                .orElseGet(() -> address(current.getCurrent().request()));
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** What a request names as its host ends up in pages: nothing but a host gets through. */
    private static String address(HttpServerRequest request) {
        var authority = request.authority();
        var host = authority == null ? "" : authority.toString();
        return request.scheme() + "://" + (AUTHORITY.matcher(host).matches() ? host : "localhost");
    }

    /** The same for 80 and 443: behind a proxy that ends TLS, this server doesn't know its own scheme. */
    private static int port(URI address) {
        return switch (address.getPort()) {
            case 80, 443 -> ANY_DEFAULT_PORT;
            default -> address.getPort();
        };
    }
}
