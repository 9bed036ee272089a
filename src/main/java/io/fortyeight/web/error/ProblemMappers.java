package io.fortyeight.web.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fortyeight.web.data.DatabaseException;
import io.fortyeight.web.http.JsonProblems;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.UnavailableException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Problems for failures that the problem extension would report in Java's words, wrongly, or not at all. A database that does
 * not answer is 503 with {@code Retry-After}; anything else that it says is our fault, 500.
 */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int BEFORE_THE_EXTENSION = 1;

    @ServerExceptionMapper
    Response database(DatabaseException failure) {
        if (failure.isAway()) {
            LOG.warnf("The database does not answer: %s", failure.getMessage());
            return Problems.databaseAway().toResponse();
        }
        LOG.error("The database refused a statement", failure);
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR).toResponse();
    }

    @ServerExceptionMapper
    Response hibernate(JDBCException failure) {
        return database(new DatabaseException(failure.getSQLException()));
    }

    /** Not logged: a flood of refusals must not fill the log, which already says what is away. */
    @ServerExceptionMapper
    Response unavailable(UnavailableException failure) {
        return Problems.of(failure).toResponse();
    }

    /** The extension's own mapper was built against another Quarkus and fails on this one. */
    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    Response token(AuthenticationFailedException failure) {
        return Problems.unauthorized("The token is not known, or has expired", "Bearer")
                .toResponse();
    }

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
