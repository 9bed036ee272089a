package io.fortyeight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An open stream of a contest's events, and its lines so far. */
public final class TestEvents implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final HttpResponse<InputStream> answer;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private TestEvents(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    /** @param events where they are: {@code /api/contests/<slug>/events} on the server under test */
    public static TestEvents open(URI events) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(events).timeout(SOON).build();
        var opened = new TestEvents(HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()));
        opened.collect();
        return opened;
    }

    private void collect() {
        var text = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        var reader = new Thread(() -> text.lines().forEach(lines::add), "events-of-a-test");
        reader.setUncaughtExceptionHandler((thread, closed) -> {});
        reader.setDaemon(true);
        reader.start();
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    public Queue<String> lines() {
        return lines;
    }

    /** Closing a reader would wait for who reads from it; closing the stream below ends both. */
    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
