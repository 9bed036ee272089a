package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fortyeight.core.counting.Kind;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Set;

/** Any text is a line or malformed, for a reason that doesn't quote it; Jackson's own tree of a line says the same. */
class NdjsonLineFuzzTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> KNOWN =
            Set.of("at", "kind", "campaign", "visitor", "ip", "userAgent", "platform", "via");

    @FuzzTest(maxDuration = "1m")
    void text_isALineOrMalformed(byte[] bytes) throws JsonProcessingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        NdjsonLine line;
        try {
            line = NdjsonLine.parse(text);
        } catch (MalformedLineException malformed) {
            assertThat(malformed.reason()).matches("[ -~]{1,100}");
            return;
        }
        JsonNode tree = JSON.readTree(text);
        tree.fields().forEachRemaining(field -> {
            assertThat(KNOWN).contains(field.getKey());
            assertThat(field.getValue().isTextual() || field.getValue().isNull())
                    .isTrue();
        });
        assertThat(line.atMillis())
                .isEqualTo(OffsetDateTime.parse(tree.get("at").textValue())
                        .toInstant()
                        .toEpochMilli());
        assertThat(line.kind().jsonName()).isEqualTo(tree.get("kind").textValue());
        assertThat(line.campaign()).isEqualTo(tree.get("campaign").textValue());
        assertThat(line.userAgent())
                .isEqualTo(tree.hasNonNull("userAgent") ? tree.get("userAgent").textValue() : "");
        assertThat(line.via()).isEqualTo(tree.path("via").textValue());
        assertThat(line.platform() == null ? null : line.platform().jsonName())
                .isEqualTo(line.kind() == Kind.SHARE ? tree.get("platform").textValue() : null);
        assertThat(line.ip() != null).isEqualTo(tree.hasNonNull("ip"));
        assertThat(line.visitor() != null || line.ip() != null)
                .as("says who it was")
                .isTrue();
        if (line.visitor() != null) {
            assertThat(line.visitor()).isEqualTo(tree.get("visitor").textValue());
            assertThat(line.visitor().codePointCount(0, line.visitor().length()))
                    .isBetween(1, 64);
        }
    }
}
