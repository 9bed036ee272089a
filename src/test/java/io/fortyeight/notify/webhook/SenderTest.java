package io.fortyeight.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortyeight.web.outbound.AddressLookup;
import io.fortyeight.web.outbound.Destinations;
import io.fortyeight.web.outbound.Target;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {

    private static final String PAYLOAD = "{\"type\":\"contest.opened\",\"data\":{\"name\":\"돌고래 \\u00e9\"}}";

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "only-for-this-test";

    private static Vertx vertx;

    private Receiver receiver;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void startReceiver() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void delivery_withTwoSecrets_isVerifiedByTheReferenceLibrary_withEither() throws Exception {
        var former = SigningSecret.random();
        var newest = SigningSecret.random();
        var target = Target.parse(receiver.url()).orElseThrow();
        var message = new Message(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Instant.MAX,
                0,
                target,
                UUID.randomUUID(),
                PAYLOAD,
                List.of(newest, former));
        var outcome = await(sender(true, InetAddress::getAllByName), target, message.headers(Instant.now()));
        assertThat(outcome).isEqualTo(new Outcome(200, null, "thanks", null));
        assertThat(receiver.received).hasSize(1);
        var got = receiver.received.get(0);
        assertThat(got.path()).isEqualTo("/hook?a=b");
        assertThat(got.body()).isEqualTo(PAYLOAD);
        assertThat(got.header("Content-Type")).isEqualTo("application/json");
        assertThat(got.header("webhook-id")).isEqualTo(message.eventId().toString());
        for (var secret : List.of(former, newest)) {
            assertThatCode(() -> new com.standardwebhooks.Webhook(secret.text()).verify(got.body(), got.headers()))
                    .doesNotThrowAnyException();
        }
        var foreign = new com.standardwebhooks.Webhook(SigningSecret.random().text());
        assertThatThrownBy(() -> foreign.verify(got.body(), got.headers())).hasMessageContaining("signature");
        var changed = got.body().replace("opened", "closed");
        assertThatThrownBy(() -> new com.standardwebhooks.Webhook(newest.text()).verify(changed, got.headers()))
                .hasMessageContaining("signature");
    }

    @Test
    void privateAddress_isRefused_evenAmongPublicOnes() {
        var target = target("hooks.example");
        AddressLookup mixed =
                host -> new InetAddress[] {InetAddress.getByName("93.184.215.14"), InetAddress.getByName("127.0.0.1")};
        assertThat(await(sender(false, mixed), target, Map.of()).error())
                .isEqualTo("The address 127.0.0.1 of hooks.example is not public");
        assertThat(await(sender(false, InetAddress::getAllByName), target("localhost"), Map.of())
                        .error())
                .endsWith(" of localhost is not public");
        assertThat(receiver.received).isEmpty();
    }

    /** The name that is asked for has no address that the system's resolver knows: only the checked one can be meant. */
    @Test
    void connection_isMadeToTheAddressThatWasLookedUp_withTheNameInTheHeader() {
        var asked = new AtomicInteger();
        AddressLookup once = host -> {
            if (asked.incrementAndGet() > 1) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        };
        var outcome = await(sender(true, once), target("hooks.invalid"), Map.of());
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(receiver.received.get(0).header("Host")).isEqualTo("hooks.invalid:" + receiver.port());
    }

    @Test
    void unknownName_isAFailure() {
        AddressLookup nobody = host -> {
            throw new UnknownHostException(host);
        };
        assertThat(await(sender(true, nobody), target("hooks.invalid"), Map.of())
                        .error())
                .isEqualTo("The name hooks.invalid has no address");
    }

    @Test
    void redirect_isNotFollowed() {
        receiver.status = 302;
        receiver.headers = Map.of("Location", "http://127.0.0.1:" + receiver.port() + "/elsewhere");
        var outcome = await(sender(true, InetAddress::getAllByName), target("127.0.0.1"), Map.of());
        assertThat(outcome.status()).isEqualTo(302);
        assertThat(outcome.isSuccess()).isFalse();
        assertThat(receiver.received).hasSize(1);
    }

    @Test
    void longAnswer_isCut_andUnprintableCharactersAreBlank() {
        receiver.status = 500;
        receiver.answer = "a\u0000b\r\n" + "x".repeat(5_000_000);
        var outcome = await(sender(true, InetAddress::getAllByName), target("127.0.0.1"), Map.of());
        assertThat(outcome.status()).isEqualTo(500);
        assertThat(outcome.answer()).startsWith("a b  xxx").hasSize(300);
    }

    @Test
    void retryAfter_isReadWhereItIsMeant() {
        var sender = sender(true, InetAddress::getAllByName);
        for (var row : List.of("503 120 PT2M", "429 7 PT7S", "500 120 -", "503 soon -", "503 -5 -", "200 120 -")) {
            var expected = row.split(" ");
            receiver.status = Integer.parseInt(expected[0]);
            receiver.headers = Map.of("Retry-After", expected[1]);
            var retryAfter = await(sender, target("127.0.0.1"), Map.of()).retryAfter();
            assertThat(retryAfter == null ? "-" : retryAfter.toString()).as(row).isEqualTo(expected[2]);
        }
    }

    @Test
    void endpointThatNeverAnswers_isGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var target =
                    Target.parse("http://127.0.0.1:" + silent.getLocalPort()).orElseThrow();
            var outcome = await(sender(true, InetAddress::getAllByName, Duration.ofMillis(300)), target, Map.of());
            assertThat(outcome.error()).isEqualTo("There was no answer within PT0.3S");
        }
    }

    @Test
    void closedPort_isAFailure() {
        receiver.close();
        var outcome = await(sender(true, InetAddress::getAllByName), target("127.0.0.1"), Map.of());
        assertThat(outcome.error()).containsIgnoringCase("refused");
    }

    @Test
    void certificate_mustBeTrusted_andOfTheName_notOfTheAddress(@TempDir Path folder) throws Exception {
        var store = folder.resolve("store.p12");
        makeCertificate(store, "hooks.example");
        AddressLookup loopback = host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        try (var secure = new Receiver(store, PASSWORD)) {
            var named = Target.parse("https://hooks.example:" + secure.port()).orElseThrow();
            assertThat(await(sender(true, loopback), named, Map.of()).status())
                    .as("not trusted")
                    .isNull();
            System.setProperty(TRUST_STORE, store.toString());
            System.setProperty(TRUST_STORE + "Password", PASSWORD);
            try {
                assertThat(await(sender(true, loopback), named, Map.of()))
                        .isEqualTo(new Outcome(200, null, "thanks", null));
                var other =
                        Target.parse("https://other.example:" + secure.port()).orElseThrow();
                assertThat(await(sender(true, loopback), other, Map.of()).error())
                        .contains("other.example");
            } finally {
                System.clearProperty(TRUST_STORE);
                System.clearProperty(TRUST_STORE + "Password");
            }
            assertThat(secure.received).hasSize(1);
        }
    }

    /** The JDK has no public API for it, but it has a tool. */
    private static void makeCertificate(Path store, String host) throws Exception {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(List.of(
                        tool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
    }

    private Target target(String host) {
        return Target.parse("http://" + host + ":" + receiver.port() + "/hook").orElseThrow();
    }

    private static Outcome await(Sender sender, Target target, Map<String, String> headers) {
        return sender.send(target, headers, PAYLOAD, 0)
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static Sender sender(boolean allowPrivate, AddressLookup addresses) {
        return sender(allowPrivate, addresses, Duration.ofSeconds(5));
    }

    private static Sender sender(boolean allowPrivate, AddressLookup addresses, Duration timeout) {
        return new Sender(vertx, new Destinations(addresses), new WebhookConfig() {
            @Override
            public boolean allowPrivate() {
                return allowPrivate;
            }

            @Override
            public Duration keepFormerSecrets() {
                return Duration.ofHours(24);
            }

            @Override
            public Duration timeout() {
                return timeout;
            }
        });
    }
}
