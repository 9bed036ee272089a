package io.fortyeight.packaged;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.RsaJsonWebKey;

/** A provider of OpenID Connect on loopback that signs everybody in at once, as whom the test says. */
final class Provider implements AutoCloseable {

    static final String CLIENT = "fortyeight";
    static final String SECRET = "a secret of the client, of 32 characters or more";

    private static final String KEY_ID = "key";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyPair keys;
    private final HttpServer server;
    private final Map<String, Person> codes = new ConcurrentHashMap<>();
    private volatile Person next = new Person("nobody", List.of());

    private record Person(String name, List<String> roles) {}

    private Provider() throws IOException, NoSuchAlgorithmException {
        keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, keySet()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", exchange -> answer(exchange, tokens(exchange)));
    }

    static Provider start() throws IOException, NoSuchAlgorithmException {
        var provider = new Provider();
        provider.server.start();
        return provider;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whom it signs in from now on. */
    void signsIn(String name, String... roles) {
        next = new Person(name, List.of(roles));
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", url(),
                "authorization_endpoint", url() + "/authorize",
                "token_endpoint", url() + "/token",
                "jwks_uri", url() + "/keys");
    }

    private Map<String, Object> keySet() {
        var key = new RsaJsonWebKey((java.security.interfaces.RSAPublicKey) keys.getPublic());
        key.setKeyId(KEY_ID);
        key.setAlgorithm("RS256");
        return Map.of("keys", List.of(key.toParams(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = new QueryStringDecoder(exchange.getRequestURI()).parameters();
        var code = UUID.randomUUID().toString();
        codes.put(code, next);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        query.get("redirect_uri").get(0) + "?code=" + code + "&state="
                                + query.get("state").get(0));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** A code is good once. */
    private Map<String, Object> tokens(HttpExchange exchange) throws IOException {
        var form = new QueryStringDecoder(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), false)
                .parameters();
        var person = codes.remove(form.get("code").get(0));
        if (person == null) {
            throw new IOException("No such code");
        }
        var now = Instant.now();
        var token = Jwt.issuer(url())
                .subject("subject of " + person.name)
                .audience(CLIENT)
                .preferredUserName(person.name)
                .claim("fortyeight", Map.of("roles", person.roles))
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofMinutes(5)))
                .jws()
                .keyId(KEY_ID)
                .sign(keys.getPrivate());
        return Map.of("id_token", token, "access_token", UUID.randomUUID().toString(), "token_type", "Bearer");
    }

    private static void answer(HttpExchange exchange, Map<String, Object> json) throws IOException {
        var body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
