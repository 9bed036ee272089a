package io.fortyeight.contest.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fortyeight.contest.linkcheck.LinkCheckResult.Kind;
import io.fortyeight.web.outbound.Destinations;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkProbeTest {

    private static final long HUGE = 1L << 40;

    /** The first connection loads the client's classes, on a busy machine for seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Vertx vertx;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong written = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer site;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void startSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        site.createContext("/", this::answer);
        site.setExecutor(threads);
        site.start();
    }

    @AfterEach
    void stopSite() {
        site.stop(0);
        threads.shutdownNow();
    }

    /** The path says what is answered: {@code /404}, or {@code /302http://...}. */
    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path + " "
                + exchange.getRequestHeaders().getFirst("User-Agent"));
        try (exchange) {
            if (path.equals("/huge")) {
                exchange.sendResponseHeaders(200, HUGE);
                var part = new byte[64 * 1024];
                while (true) {
                    exchange.getResponseBody().write(part);
                    written.addAndGet(part.length);
                }
            }
            if (path.length() > 4) {
                exchange.getResponseHeaders().set("Location", path.substring(4));
            }
            exchange.sendResponseHeaders(Integer.parseInt(path.substring(1, 4)), -1);
        }
    }

    @Test
    void status_tellsWhetherTheLinkWorks() throws Exception {
        for (var row : List.of(
                "200 WORKS",
                "204 WORKS",
                "404 FAILS",
                "410 FAILS",
                "500 FAILS",
                "400 FAILS",
                "302 FAILS",
                "403 UNTOLD",
                "429 UNTOLD",
                "503 UNTOLD")) {
            var part = row.split(" ");
            assertThat(probe().look(url("/" + part[0])))
                    .as(row)
                    .isEqualTo(new LinkCheckResult(Kind.valueOf(part[1]), Integer.parseInt(part[0])));
        }
        assertThat(asked.get(0)).startsWith("GET /200 Fortyeight ");
    }

    @Test
    void redirect_isFollowed_alsoByARelativeAddress() throws Exception {
        assertThat(probe().look(url("/302" + url("/200")))).isEqualTo(LinkCheckResult.of(200));
        assertThat(probe().look(url("/301/404"))).isEqualTo(LinkCheckResult.of(404));
    }

    @Test
    void redirect_toAPrivateAddress_isRefused_withoutAConnection() throws Exception {
        var only = InetAddress.getByName("127.0.0.1");
        var guarded = new Destinations(InetAddress::getAllByName, only::equals);
        try (var inner = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            var probe = probe(guarded, new Config(false, true, PATIENCE));
            assertThat(probe.look(url("/200")))
                    .as("that address is public here")
                    .isEqualTo(LinkCheckResult.of(200));
            assertThat(probe.look(url("/302https://127.0.0.2:" + inner.getLocalPort() + "/")))
                    .isEqualTo(LinkCheckResult.NO_ANSWER);
            inner.setSoTimeout(1);
            assertThatThrownBy(inner::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(asked).hasSize(2);
    }

    @Test
    void redirect_toPlainHttp_isRefused() throws Exception {
        assertThat(probe().look(url("/302http://127.0.0.3:" + site.getAddress().getPort() + "/200")))
                .isEqualTo(LinkCheckResult.NO_ANSWER);
        assertThat(asked).hasSize(1);
    }

    @Test
    void redirects_withoutEnd_areGivenUp() throws Exception {
        var path = new StringBuilder("/200");
        for (var hop = 0; hop < 6; hop++) {
            path.insert(0, "/302");
        }
        assertThat(probe().look(url(path.toString()))).isEqualTo(LinkCheckResult.NO_ANSWER);
        assertThat(asked).hasSize(6);
        assertThat(probe().look(url(path.substring(4)))).isEqualTo(LinkCheckResult.of(200));
    }

    @Test
    void hugePage_isNotRead() throws Exception {
        assertThat(probe().look(url("/huge"))).isEqualTo(LinkCheckResult.of(200));
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.SECONDS))
                .as("the site can't go on writing")
                .isTrue();
        assertThat(written.get()).isLessThan(64L << 20);
    }

    @Test
    void siteThatNeverAnswers_isGivenUpInTime() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var began = System.nanoTime();
            var hasty = new Config(true, true, Duration.ofSeconds(1));
            assertThat(probe(new Destinations(InetAddress::getAllByName), hasty)
                            .look("http://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .isEqualTo(LinkCheckResult.NO_ANSWER);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void closedPort_andUnknownName_areFailures() throws Exception {
        var closed = url("/");
        site.stop(0);
        assertThat(probe().look(closed)).isEqualTo(LinkCheckResult.NO_ANSWER);
        var nobody = new Destinations(host -> {
            throw new UnknownHostException(host);
        });
        assertThat(probe(nobody, new Config(true, true, PATIENCE)).look("https://paws.example/"))
                .isEqualTo(LinkCheckResult.NO_ANSWER);
    }

    @Test
    void failures_breakALink_byTheSecondInARow() {
        for (var row : List.of(
                "UNCHECKED 1 404 UNCHECKED told",
                "UNCHECKED 2 404 BROKEN told",
                "WORKS 1 404 WORKS untold",
                "WORKS 2 404 BROKEN told",
                "BROKEN 3 404 BROKEN told",
                "BROKEN 0 200 WORKS told",
                "WORKS 0 200 WORKS told",
                "WORKS 0 403 UNCHECKED told")) {
            var part = row.split(" ");
            var before = LinkState.valueOf(part[0]);
            var failures = Integer.parseInt(part[1]);
            var finding = LinkCheckResult.of(Integer.parseInt(part[2]));
            assertThat(finding.after(before, failures)).as(row).isEqualTo(LinkState.valueOf(part[3]));
            assertThat(finding.replaces(before, failures)).as(row).isEqualTo(part[4].equals("told"));
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    private static LinkProbe probe() {
        return probe(new Destinations(InetAddress::getAllByName), new Config(true, true, PATIENCE));
    }

    private static LinkProbe probe(Destinations destinations, Config config) {
        // Which links may be followed is tried apart from which addresses may be connected to.
        return new LinkProbe(
                vertx, destinations, new LinkPolicy(new Config(config.allowPlain(), true, PATIENCE)), config);
    }

    private record Config(boolean allowPrivate, boolean allowPlain, Duration timeout) implements LinkCheckConfig {

        @Override
        public Duration every() {
            return Duration.ofHours(6);
        }

        @Override
        public Duration again() {
            return Duration.ofMinutes(10);
        }
    }
}
