package io.fortyeight.account.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request asks for, in short: its fields as one line of JSON, without what would let somebody in. */
@Singleton
class RequestDetails {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_CHARACTERS = 500;
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|current|next|key).*");
    private static final String HIDDEN = "…";

    private final ObjectMapper json;

    RequestDetails(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What a request says.
     *
     * @param text to be shown; empty when there is nothing
     * @param slug its field of that name, whole
     */
    record Details(String text, @Nullable String slug) {}

    /** Nothing when there is no body that is JSON or a form, or when it is not well-formed. The body can still be read. */
    Details of(ContainerRequestContext request) {
        var fields = fields(request);
        var slug = fields.path("slug").textValue();
        return new Details(shown(fields), slug);
    }

    private ObjectNode fields(ContainerRequestContext request) {
        var type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return tree(begin(request)) instanceof ObjectNode fields ? fields : json.createObjectNode();
        }
        return type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                ? form(begin(request))
                : json.createObjectNode();
    }

    private static String begin(ContainerRequestContext request) {
        try {
            var body = request.getEntityStream();
            var begin = body.readNBytes(MAX_BYTES);
            var read = new ByteArrayInputStream(begin);
            request.setEntityStream(begin.length < MAX_BYTES ? read : new SequenceInputStream(read, body));
            return new String(begin, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private ObjectNode form(String body) {
        var fields = json.createObjectNode();
        new QueryStringDecoder(body, false)
                .parameters()
                .forEach((name, values) -> fields.put(name, String.join(", ", values)));
        return fields;
    }

    private static String shown(ObjectNode fields) {
        hideSecrets(fields);
        var text = fields.toString();
        if (text.length() <= MAX_CHARACTERS) {
            return fields.isEmpty() ? "" : text;
        }
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_CHARACTERS))) + HIDDEN;
    }

    private static void hideSecrets(ObjectNode fields) {
        fields.properties().forEach(field -> {
            var value = field.getValue();
            if (SECRET.matcher(field.getKey()).matches()) {
                fields.put(field.getKey(), HIDDEN);
            } else if (field.getKey().equals("url")) {
                fields.put(field.getKey(), host(value.asText()));
            } else if (value instanceof ObjectNode nested) {
                hideSecrets(nested);
            }
        });
    }

    /** Addresses of webhooks often have a password in their path. */
    private static String host(String url) {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException malformed) {
            return HIDDEN;
        }
    }

    private @Nullable JsonNode tree(String text) {
        try {
            return text.isBlank() ? null : json.readTree(text);
        } catch (JsonProcessingException malformed) {
            return null;
        }
    }
}
