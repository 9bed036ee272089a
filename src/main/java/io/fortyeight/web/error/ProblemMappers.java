package io.fortyeight.web.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fortyeight.web.http.JsonProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Errors that the problem extension would report in Java's words, or not at all. */
class ProblemMappers {

    private static final int BEFORE_THE_EXTENSION = 1;

    @ServerExceptionMapper(
            value = {MismatchedInputException.class, InvalidFormatException.class, UnrecognizedPropertyException.class},
            priority = BEFORE_THE_EXTENSION)
    Response mismatch(MismatchedInputException failure) {
        return JsonProblems.of(failure).toResponse();
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = BEFORE_THE_EXTENSION)
    Response json(JsonProcessingException failure) {
        return JsonProblems.of(failure).toResponse();
    }

    @ServerExceptionMapper(value = CharConversionException.class, priority = BEFORE_THE_EXTENSION)
    Response characters(CharConversionException failure) {
        return JsonProblems.notUtf8().toResponse();
    }

    /** Quarkus wraps what Jackson throws; the cause says more than "HTTP 400 Bad Request". */
    @ServerExceptionMapper(value = WebApplicationException.class, priority = BEFORE_THE_EXTENSION)
    Response http(WebApplicationException failure, @Context UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException cause) {
            return JsonProblems.of(cause).toResponse();
        }
        if (failure.getCause() instanceof CharConversionException cause) {
            return characters(cause);
        }
        if (failure.getCause() instanceof HttpProblem cause) {
            return cause.toResponse();
        }
        var response = failure.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        var problem = HttpProblem.builder()
                .withTitle(response.getStatusInfo().getReasonPhrase())
                .withStatus(response.getStatus())
                .withDetail(detail(response.getStatus(), uri));
        response.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                values.forEach(value -> problem.withHeader(name, value));
            }
        });
        return problem.build().toResponse();
    }

    private static String detail(int status, UriInfo uri) {
        return switch (status) {
            case 404 -> "There is nothing at " + uri.getPath();
            case 405 -> "This method is not allowed at " + uri.getPath();
            case 406 -> "There is no answer of a type that the header Accept asks for";
            case 413 -> "The body is too large";
            case 415 -> "The header Content-Type is missing, or names a type that is not taken here";
            default -> "The request can't be processed as it is";
        };
    }
}
