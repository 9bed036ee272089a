package io.fortyeight.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    @Test
    void cookieBehindHttps_isNeverSentWithout_andNoNeighbourCanSetIt() throws Exception {
        assertThat(setBy(new SessionCookie(true)))
                .isEqualTo("__Host-fortyeight-session=token; Path=/; Secure; HTTPOnly; SameSite=Lax");
        assertThat(setBy(new SessionCookie(false)))
                .isEqualTo("fortyeight-session=token; Path=/; HTTPOnly; SameSite=Lax");
    }

    private static String setBy(SessionCookie cookie) throws Exception {
        var vertx = Vertx.vertx();
        try {
            var server = vertx.createHttpServer()
                    .requestHandler(request -> {
                        cookie.set(request, "token");
                        request.response().end();
                    })
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"))
                                    .build(),
                            BodyHandlers.discarding())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }
}
