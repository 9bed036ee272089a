package io.fortyeight.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.web.http.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a ping. Fields that it does not know are ignored: old servers take pings of newer pages. */
final class PingBody {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private PingBody() {}

    private interface FieldReader {
        void read(JsonParser parser, PingFields fields) throws IOException;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that says what is wrong */
    static PingRequest read(byte[] body) {
        return read(body, new PingFields(), PingBody::readField);
    }

    /**
     * Reads who wants to share what and where: as a share would say it that has no id.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that says what is wrong
     */
    static PingRequest readLink(byte[] body) {
        var fields = new PingFields();
        fields.kind = Kind.SHARE.jsonName();
        return read(body, fields, PingBody::readLinkField);
    }

    private static PingRequest read(byte[] body, PingFields fields, FieldReader reader) {
        var text = decode(body);
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Problems.badRequest("The body must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                reader.read(parser, fields);
            }
            if (parser.nextToken() != null) {
                throw Problems.badRequest("There is something after the JSON object");
            }
        } catch (IOException malformed) {
            throw Problems.badRequest("The body is not well-formed JSON");
        }
        return fields.check();
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw Problems.badRequest("The body is not UTF-8");
        }
    }

    private static void readField(JsonParser parser, PingFields fields) throws IOException {
        var name = parser.currentName();
        parser.nextToken();
        switch (name) {
            case "contest" -> fields.contest = text(parser, name, fields);
            case "campaign" -> fields.campaign = text(parser, name, fields);
            case "kind" -> fields.kind = text(parser, name, fields);
            case "platform" -> fields.platform = text(parser, name, fields);
            case "visitor" -> fields.visitor = text(parser, name, fields);
            case "via" -> fields.via = text(parser, name, fields);
            case "id" -> fields.id = text(parser, name, fields);
            default -> parser.skipChildren();
        }
    }

    private static void readLinkField(JsonParser parser, PingFields fields) throws IOException {
        switch (parser.currentName()) {
            case "contest", "campaign", "platform", "visitor" -> readField(parser, fields);
            default -> {
                parser.nextToken();
                parser.skipChildren();
            }
        }
    }

    private static @Nullable String text(JsonParser parser, String name, PingFields fields) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            fields.notText(name);
            parser.skipChildren();
        }
        return null;
    }
}
