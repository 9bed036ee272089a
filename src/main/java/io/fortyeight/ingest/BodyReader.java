package io.fortyeight.ingest;

import io.fortyeight.web.http.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;

/** Reads a small body without blocking, and never more of it than is allowed. */
final class BodyReader {

    private BodyReader() {}

    /**
     * The whole body.
     *
     * @param mostBytes a longer body fails with 413; what is left of it is thrown away
     */
    static CompletableFuture<byte[]> read(HttpServerRequest request, int mostBytes) {
        var whole = new CompletableFuture<byte[]>();
        var body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() <= mostBytes) {
                body.appendBuffer(chunk);
            }
            if (body.length() > mostBytes) {
                whole.completeExceptionally(Problems.tooLarge("The body has at most " + mostBytes + " bytes"));
            }
        });
        request.exceptionHandler(
                gone -> whole.completeExceptionally(Problems.badRequest("The body ended before all of it had come")));
        request.endHandler(end -> {
            if (body.length() <= mostBytes) {
                whole.complete(body.getBytes());
            }
        });
        request.resume();
        return whole;
    }
}
