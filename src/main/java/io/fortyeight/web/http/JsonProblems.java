package io.fortyeight.web.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.IgnoredPropertyException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.CharConversionException;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body in the caller's words: fields, lines and columns, never Java's classes. */
public final class JsonProblems {

    private JsonProblems() {}

    /** 400 for what Jackson found wrong. */
    public static HttpProblem of(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException || failure instanceof IgnoredPropertyException) {
            return Problems.invalid(path((JsonMappingException) failure), "is not known here");
        }
        if (failure instanceof StreamConstraintsException) {
            return Problems.badRequest("The JSON is nested too deeply, or one of its parts is too long");
        }
        if (failure instanceof JsonEOFException) {
            return Problems.badRequest("The JSON ends too early" + at(failure.getLocation()));
        }
        if (failure instanceof JsonMappingException mapping) {
            return ofMapping(mapping);
        }
        if (failure instanceof JsonParseException
                && failure.getOriginalMessage().startsWith("Duplicate field")) {
            return Problems.badRequest(failure.getOriginalMessage() + at(failure.getLocation()));
        }
        return Problems.badRequest("The body is not well-formed JSON" + at(failure.getLocation()));
    }

    private static HttpProblem ofMapping(JsonMappingException failure) {
        if (failure.getCause() instanceof JsonProcessingException cause && cause != failure) {
            return of(cause);
        }
        if (failure.getCause() instanceof HttpProblem cause) {
            return cause;
        }
        if (failure.getCause() instanceof CharConversionException) {
            return notUtf8();
        }
        var path = path(failure);
        if (failure instanceof MismatchedInputException mismatch) {
            var expected = "must be " + kind(mismatch.getTargetType());
            return path.isEmpty()
                    ? Problems.badRequest(
                            failure.getOriginalMessage().startsWith("Trailing token")
                                    ? "Something follows the JSON value" + at(failure.getLocation())
                                    : "The body " + expected)
                    : Problems.invalid(path, expected);
        }
        return path.isEmpty()
                ? Problems.badRequest("The body does not fit" + at(failure.getLocation()))
                : Problems.invalid(path, "does not fit");
    }

    public static HttpProblem notUtf8() {
        return Problems.badRequest("The body is not well-formed UTF-8");
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String path(JsonMappingException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null || JsonNode.class.isAssignableFrom(type) || type.isRecord()) {
            return "a JSON object";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == BigDecimal.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "a JSON object";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an instant such as 2013-12-17T05:00:00.000Z";
        }
        return "a string";
    }
}
