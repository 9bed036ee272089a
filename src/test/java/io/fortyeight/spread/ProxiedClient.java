package io.fortyeight.spread;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Sends requests of many addresses, as the reverse proxy does that {@code %test.fortyeight.proxies.trusted} names. */
public final class ProxiedClient implements AutoCloseable {

    private static final byte[] PROXY = {127, 0, 0, 48};
    private static final int MAX_CONNECTIONS = 32;

    /** @param location of a redirect, null for none */
    public record Answer(int status, @Nullable String location, String body) {}

    private final URI server;
    private final CloseableHttpClient client;

    public ProxiedClient(int port) {
        this.server = URI.create("http://127.0.0.1:" + port);
        try {
            this.client = HttpClients.custom()
                    .setMaxConnTotal(MAX_CONNECTIONS)
                    .setMaxConnPerRoute(MAX_CONNECTIONS)
                    .disableRedirectHandling()
                    .disableCookieManagement()
                    .disableContentCompression()
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setLocalAddress(InetAddress.getByAddress(PROXY))
                            .build())
                    .build();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Answer get(String path, String address, String userAgent) {
        return send(RequestBuilder.get(server.resolve(path)), address, userAgent);
    }

    Answer post(String path, String json, String address, String userAgent) {
        return send(
                RequestBuilder.post(server.resolve(path))
                        .setEntity(new StringEntity(json, ContentType.APPLICATION_JSON)),
                address,
                userAgent);
    }

    private Answer send(RequestBuilder request, String address, String userAgent) {
        request.addHeader("X-Forwarded-For", address);
        request.addHeader("User-Agent", userAgent);
        try (var answer = client.execute(request.build())) {
            var location = answer.getFirstHeader("Location");
            var entity = answer.getEntity();
            return new Answer(
                    answer.getStatusLine().getStatusCode(),
                    location == null ? null : location.getValue(),
                    entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
