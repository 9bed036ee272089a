package io.fortyeight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;

/** Any bytes are a ping or a refusal that says why; Jackson's own tree of them says the same. */
class PingBodyFuzzTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    @FuzzTest(maxDuration = "1m")
    void body_isAPingOrARefusal(byte[] body) throws JsonProcessingException {
        PingRequest ping;
        try {
            ping = PingBody.read(body);
        } catch (HttpProblem refusal) {
            Refusals.check(refusal);
            return;
        }
        Refusals.checkLimits(ping);
        JsonNode tree = JSON.readTree(new String(body, StandardCharsets.UTF_8));
        assertThat(tree.path("contest").textValue()).isEqualTo(ping.contest());
        assertThat(tree.path("campaign").textValue()).isEqualTo(ping.campaign());
        assertThat(tree.path("kind").textValue()).isEqualTo(ping.kind().jsonName());
        assertThat(ping.visitor()).isEqualTo(given(tree, "visitor"));
        assertThat(ping.via()).isEqualTo(given(tree, "via"));
        if (ping.id() != null) {
            assertThat(tree.path("id").textValue())
                    .isEqualToIgnoringCase(ping.id().toString());
        }
        byte[] again = JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
        assertThat(PingBody.read(again)).isEqualTo(ping);
    }

    private static String given(JsonNode tree, String field) {
        String text = tree.path(field).textValue();
        return text == null || text.isEmpty() ? null : text;
    }
}
