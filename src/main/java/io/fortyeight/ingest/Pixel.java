package io.fortyeight.ingest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Base64;

/** The transparent picture, 43 bytes: always sent, whatever became of the ping, so that no page shows a broken image. */
final class Pixel {

    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    private static final int TOO_MANY = Response.Status.TOO_MANY_REQUESTS.getStatusCode();

    private Pixel() {}

    /** @param verdict for the header: {@code counted}, a reason, {@code shed} or {@code refused} */
    static ResponseBuilder answer(int status, String verdict) {
        return Response.status(status)
                .type("image/gif")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, no-cache, must-revalidate, private")
                .header(HttpHeaders.EXPIRES, "0")
                .header("X-Fortyeight-Verdict", verdict)
                .entity(GIF);
    }

    /** The picture with the status and headers of a problem. */
    static Response refused(HttpProblem problem) {
        var answer = answer(problem.getStatusCode(), problem.getStatusCode() == TOO_MANY ? "shed" : "refused");
        problem.getHeaders().forEach(answer::header);
        return answer.build();
    }
}
