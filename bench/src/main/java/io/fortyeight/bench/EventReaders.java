package io.fortyeight.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many readers of one contest's live events, while a command runs; prints what they were sent. */
public final class EventReaders {

    private static final long CONNECT_SECONDS = 30;

    private final AtomicInteger standings = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    /** Arguments: base contest readers command ... */
    public static void main(String[] arguments) throws Exception {
        var readers = Integer.parseInt(arguments[2]);
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(readers));
        new EventReaders().read(client, arguments[0] + "/api/contests/" + arguments[1] + "/events", readers, arguments);
        vertx.close();
    }

    private void read(HttpClient client, String uri, int readers, String[] arguments) throws Exception {
        var connected = new CountDownLatch(readers);
        for (var reader = 0; reader < readers; reader++) {
            client.request(new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(uri))
                    .compose(request -> request.send())
                    .onSuccess(response -> {
                        listen(response);
                        connected.countDown();
                    });
        }
        if (!connected.await(CONNECT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(connected.getCount() + " readers of " + readers + " got no answer");
        }
        var before = standings.get();
        Command.run(arguments, 3);
        System.out.printf(
                "%d readers were sent %.1f standings each, %d were cut off%n",
                readers, (standings.get() - before) / (double) readers, ended.get());
    }

    private void listen(HttpClientResponse response) {
        response.handler(RecordParser.newDelimited("\n\n", event -> {
            if (event.toString().startsWith("event: standings")) {
                standings.incrementAndGet();
            }
        }));
        response.endHandler(end -> ended.incrementAndGet());
        response.exceptionHandler(broken -> ended.incrementAndGet());
    }
}
