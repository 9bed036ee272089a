package io.fortyeight.web.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Web origins (RFC 6454) as browsers send them: lower case, ASCII hosts, no default port. */
public final class WebOrigin {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[^\\[\\]@:]+)(:(?<port>\\d{1,5}))?");
    private static final Pattern HOST = Pattern.compile("\\[[0-9a-f:.]+]|[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?\\.?");
    private static final int MAX_PORT = 65_535;

    private WebOrigin() {}

    /** The origin of an absolute http or https address, for instance that of a {@code Referer}; else empty. */
    public static Optional<String> ofAddress(String address) {
        return uri(address).flatMap(WebOrigin::of);
    }

    /** Reads what must be an origin and no more: an address with a path, query or fragment is none. */
    public static Optional<String> parse(String origin) {
        return uri(origin)
                .filter(uri -> uri.getRawPath() == null || uri.getRawPath().isEmpty())
                .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
                .flatMap(WebOrigin::of);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> of(URI uri) {
        if (uri.getScheme() == null || uri.getRawAuthority() == null) {
            return Optional.empty();
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var authority = AUTHORITY.matcher(uri.getRawAuthority());
        if (!(scheme.equals("http") || scheme.equals("https")) || !authority.matches()) {
            return Optional.empty();
        }
        var host = ascii(authority.group("host"));
        var port = authority.group("port") == null ? defaultPort(scheme) : Integer.parseInt(authority.group("port"));
        if (host == null || !HOST.matcher(host).matches() || port < 1 || port > MAX_PORT) {
            return Optional.empty();
        }
        return Optional.of(scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port));
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static @Nullable String ascii(String host) {
        try {
            return (host.startsWith("[") ? host : IDN.toASCII(host)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException impossible) {
            return null;
        }
    }
}
