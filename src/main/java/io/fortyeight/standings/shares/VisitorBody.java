package io.fortyeight.standings.shares;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.http.JsonProblems;
import io.fortyeight.web.http.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a page says of its visitor, as JSON; fields that aren't known are ignored, as in pings. */
record VisitorBody(@Nullable String visitor, @Nullable String nickname) {

    private static final int MAX_BYTES = 8 * 1024;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 or 413 that says what is wrong */
    static VisitorBody read(byte[] body, ObjectMapper json) {
        if (body.length > MAX_BYTES) {
            throw Problems.tooLarge("The body has at most " + MAX_BYTES + " bytes");
        }
        try {
            var fields = json.readTree(text(body));
            if (fields == null || !fields.isObject()) {
                throw Problems.badRequest("The body must be a JSON object");
            }
            var violations = new Violations();
            var read = new VisitorBody(text("visitor", fields, violations), text("nickname", fields, violations));
            violations.throwIfAny();
            return read;
        } catch (JsonProcessingException malformed) {
            throw JsonProblems.of(malformed);
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw Problems.badRequest("The body is not UTF-8");
        }
    }

    private static @Nullable String text(String field, JsonNode fields, Violations violations) {
        var value = fields.path(field);
        if (value.isTextual() || value.isMissingNode() || value.isNull()) {
            return value.textValue();
        }
        violations.add(field, "must be a string");
        return null;
    }
}
