package io.fortyeight.packaged;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The application as it is shipped, in a process of its own, so that it can be killed. */
final class PackagedApplication implements AutoCloseable {

    static final String TOKEN = "packaged-admin-token";

    /** Wraps secrets, and is given where no file of the data folder keeps one: instances on one database share it. */
    private static final String KEY = "dGVzdCB3cmFwcGluZyBrZXksIDMyIGJ5dGVzIGxvbmc=";

    private static final int FIRST_PORT = 20_000;
    private static final int END_OF_PORTS = 32_000;
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final Map<String, String> environment;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private Process process;

    private PackagedApplication(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
        this.port = freePort();
    }

    /** An application on a data folder of its own; not yet started. */
    static PackagedApplication on(Path data, Map<String, String> environment) {
        return new PackagedApplication(data, new HashMap<>(environment));
    }

    /** An application on a fresh data folder and a PostgreSQL that is there already, with more settings. */
    static PackagedApplication onDatabase(String jdbcUrl, String username, Map<String, String> settings)
            throws IOException {
        var environment = new HashMap<>(settings);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
        environment.put("QUARKUS_DATASOURCE_USERNAME", username);
        environment.put("FORTYEIGHT_KEY", KEY);
        return new PackagedApplication(freshFolder("application"), environment);
    }

    static Path freshFolder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "packaged")), name + "-");
    }

    /** Below those that connections get: one of them may be gone by the time the application listens. */
    private static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST_PORT, END_OF_PORTS);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
    }

    /** Starts it, and waits until it is ready to take pings. */
    PackagedApplication start() throws IOException {
        launch();
        await("readiness")
                .atMost(START_PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(this::isReady);
        return this;
    }

    /** Starts it without waiting. */
    void launch() throws IOException {
        // The second compiler and G1 take nearly half the processor time of a start, and none lives long enough to win
        // that back. Without the second compiler there would be room for a fifth of the code only.
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("fortyeight.application"));
        var builder = new ProcessBuilder(command);
        builder.environment().put("FORTYEIGHT_DATA", data.toAbsolutePath().toString());
        builder.environment().put("FORTYEIGHT_ADMIN_TOKEN", TOKEN);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // Tests send all from one address, and from few visitors: shedding would hide the rest.
        builder.environment().put("FORTYEIGHT_SHED_NETWORK_PER_MINUTE", "0");
        builder.environment().put("FORTYEIGHT_SHED_FROZEN_VISITOR_PER_MINUTE", "0");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolve("application.log").toFile()));
        process = builder.start();
    }

    boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The application has ended; see " + data.resolve("application.log"));
        }
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it answers at all. */
    boolean isLive() {
        try {
            return get("/q/health/live").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** For instance STOP and CONT. */
    void signal(String name) throws IOException, InterruptedException {
        Signals.send(name, process.toHandle());
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** As by {@code kill -9}; the embedded database is left behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        return change("POST", path, body);
    }

    HttpResponse<String> patch(String path, String body) throws IOException {
        return change("PATCH", path, body);
    }

    private HttpResponse<String> change(String method, String path, String body) throws IOException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, BodyPublishers.ofString(body)));
    }

    JsonNode json(String path) throws IOException {
        return JSON.readTree(get(path).body());
    }

    /** As the administrator sees it. */
    JsonNode privateJson(String path) throws IOException {
        return JSON.readTree(send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN))
                .body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** An orderly stop. */
    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The application did not stop in order");
            }
        }
    }
}
