package io.fortyeight.web.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** JSON that the application keeps for itself: what it can't write or read back is its own fault. */
@Singleton
public class StoredJson {

    private final ObjectMapper json;

    StoredJson(ObjectMapper json) {
        this.json = json;
    }

    /** As text. */
    public String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A " + value.getClass() + " can't be written as JSON", impossible);
        }
    }

    /** What was written by {@link #text}. */
    public JsonNode tree(String text) {
        return value(text, new TypeReference<>() {});
    }

    /** What was written by {@link #text}. */
    public <T> T value(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("What was stored as JSON is no " + type.getType(), malformed);
        }
    }
}
