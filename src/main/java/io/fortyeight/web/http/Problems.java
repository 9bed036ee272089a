package io.fortyeight.web.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Makes the errors that callers see (RFC 9457); the caller throws what it is given. */
public final class Problems {

    private static final long RETRY_AFTER_SECONDS = 2;

    private Problems() {}

    /** 400: the request as a whole can't be understood. */
    public static HttpProblem badRequest(String detail) {
        return HttpProblem.valueOf(Status.BAD_REQUEST, detail);
    }

    /**
     * 400: one field of the body is wrong.
     *
     * @param field its path, for instance {@code rules.cap.max}
     */
    public static HttpProblem invalid(String field, String message) {
        return invalid(List.of(inBody(field, message)));
    }

    /** 400: one query parameter is wrong. */
    public static HttpProblem invalidQuery(String parameter, String message) {
        return invalid(List.of(Violation.In.query.field(parameter).message(message)));
    }

    /** 400: these fields are wrong. */
    public static HttpProblem invalid(List<Violation> violations) {
        return new HttpValidationProblem(
                Status.BAD_REQUEST.getStatusCode(), Status.BAD_REQUEST.getReasonPhrase(), violations);
    }

    /** The fields that a problem names; none when it is not about fields. */
    public static List<Violation> violations(HttpProblem problem) {
        return problem.getParameters().get("violations") instanceof List<?> violations
                ? violations.stream().map(Violation.class::cast).toList()
                : List.of();
    }

    public static Violation inBody(String field, String message) {
        return Violation.In.body.field(field).message(message);
    }

    /**
     * 401, with a challenge.
     *
     * @param scheme how to authenticate, for instance {@code Bearer}
     */
    public static HttpProblem unauthorized(String detail, String scheme) {
        return HttpProblem.builder()
                .withTitle(Status.UNAUTHORIZED.getReasonPhrase())
                .withStatus(Status.UNAUTHORIZED)
                .withDetail(detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, scheme)
                .build();
    }

    /** 403: who asks is known, but may not. */
    public static HttpProblem forbidden(String detail) {
        return HttpProblem.valueOf(Status.FORBIDDEN, detail);
    }

    public static HttpProblem notFound(String detail) {
        return HttpProblem.valueOf(Status.NOT_FOUND, detail);
    }

    /**
     * 404, for now.
     *
     * @param member of the problem that says when it will be there
     */
    public static HttpProblem notFoundUntil(String detail, String member, Instant at) {
        return HttpProblem.builder()
                .withTitle(Status.NOT_FOUND.getReasonPhrase())
                .withStatus(Status.NOT_FOUND)
                .withDetail(detail)
                .with(member, Instants.text(at))
                .build();
    }

    /** 409: right at another time, or in another state. */
    public static HttpProblem conflict(String detail) {
        return HttpProblem.valueOf(Status.CONFLICT, detail);
    }

    /** 413. */
    public static HttpProblem tooLarge(String detail) {
        return HttpProblem.valueOf(Status.REQUEST_ENTITY_TOO_LARGE, detail);
    }

    /** 415. */
    public static HttpProblem unsupported(String detail) {
        return HttpProblem.valueOf(Status.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    /** 429, with {@code Retry-After}. */
    public static HttpProblem tooMany(String detail, long retryAfterSeconds) {
        return retryable(Status.TOO_MANY_REQUESTS, detail, retryAfterSeconds);
    }

    /** 503, with {@code Retry-After}. */
    public static HttpProblem unavailable(String detail, long retryAfterSeconds) {
        return retryable(Status.SERVICE_UNAVAILABLE, detail, retryAfterSeconds);
    }

    /** 503: the database does not answer, for now. */
    public static HttpProblem databaseAway() {
        return unavailable("The database does not answer", RETRY_AFTER_SECONDS);
    }

    /** The problem behind a future that failed. */
    public static HttpProblem of(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof HttpProblem problem) {
            return problem;
        }
        return cause instanceof UnavailableException unavailable
                ? unavailable(unavailable.detail(), RETRY_AFTER_SECONDS)
                : HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR);
    }

    private static HttpProblem retryable(Status status, String detail, long retryAfterSeconds) {
        return HttpProblem.builder()
                .withTitle(status.getReasonPhrase())
                .withStatus(status)
                .withDetail(detail)
                .withHeader(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
                .build();
    }
}
