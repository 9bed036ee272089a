package io.fortyeight.notify.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An organizer's endpoint on loopback: keeps what it gets, and answers as it is told to. */
public final class Receiver implements AutoCloseable {

    public record Received(String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    public final List<Received> received = new CopyOnWriteArrayList<>();
    public volatile int status = 200;
    volatile String answer = "thanks";
    volatile Map<String, String> headers = Map.of();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public Receiver() throws IOException {
        this(0);
    }

    Receiver(int port) throws IOException {
        this(HttpServer.create(loopback(port), 0));
    }

    /** By TLS, with the key and the certificate in a PKCS #12 file. */
    Receiver(Path store, String password) throws IOException, GeneralSecurityException {
        this(secure(store, password.toCharArray()));
    }

    private Receiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    private static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    }

    private static HttpServer secure(Path store, char[] password) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), password), password);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(loopback(0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook?a=b";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            headers.forEach(exchange.getResponseHeaders()::set);
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
