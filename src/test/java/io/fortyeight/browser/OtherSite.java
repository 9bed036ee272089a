package io.fortyeight.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A site of somebody else's, on an origin of its own. Knows the pages that it is given; others are 404. */
public final class OtherSite implements AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private record Served(String html, Map<String, String> headers) {}

    private final Map<String, Served> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    public OtherSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A page at this path, in place of one that may be there; its whole address. */
    public String put(String path, String html, Map<String, String> headers) {
        pages.put(path, new Served(html, headers));
        return origin() + path;
    }

    public String put(String path, String html) {
        return put(path, html, Map.of());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var page = pages.get(exchange.getRequestURI().getPath());
            if (page == null) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            page.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("text/html;charset=UTF-8"));
            var body = page.html().getBytes(UTF_8);
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
