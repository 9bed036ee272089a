package io.fortyeight.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Reads the JSON object of a request that may come without one, whatever it says its type is. */
public final class OptionalBody {

    private OptionalBody() {}

    /**
     * The body.
     *
     * @param absent stands for a body that is empty or blank
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that says what is wrong
     */
    public static <T> T read(ObjectMapper json, @Nullable String body, T absent) {
        if (body == null || body.isBlank()) {
            return absent;
        }
        @Nullable T read;
        try {
            @SuppressWarnings("unchecked")
            var type = (Class<T>) absent.getClass();
            read = json.readValue(body, type);
        } catch (JsonProcessingException malformed) {
            throw JsonProblems.of(malformed);
        }
        if (read == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        return read;
    }
}
