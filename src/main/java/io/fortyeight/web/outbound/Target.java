package io.fortyeight.web.outbound;

import io.fortyeight.web.http.WebOrigin;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something is sent to, or asked for.
 *
 * @param url as it was written
 * @param host ASCII, lower case; an IPv6 address is in brackets
 * @param path with the query
 */
public record Target(String url, boolean isSecure, String host, int port, String path) {

    private static final int MAX_LENGTH = 2048;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Empty unless it is an absolute http or https address with a host, without user or fragment. */
    public static Optional<Target> parse(@Nullable String url) {
        if (url == null || url.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return WebOrigin.ofAddress(url)
                .map(URI::create)
                .filter(origin -> origin.getHost() != null)
                .filter(origin -> URI.create(url).getRawFragment() == null)
                .map(origin -> of(url, origin));
    }

    /** A request to that address of the host, by the host's name; redirects are not followed. */
    public RequestOptions at(InetAddress address) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setSsl(isSecure)
                .setHost(host)
                .setPort(port)
                .setURI(path)
                .setFollowRedirects(false);
    }

    private static Target of(String url, URI origin) {
        var isSecure = origin.getScheme().equals("https");
        var port = origin.getPort() >= 0 ? origin.getPort() : isSecure ? HTTPS_PORT : HTTP_PORT;
        return new Target(
                url,
                isSecure,
                origin.getHost(),
                port,
                path(URI.create(URI.create(url).toASCIIString())));
    }

    private static String path(URI address) {
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
