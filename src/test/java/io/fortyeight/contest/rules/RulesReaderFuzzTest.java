package io.fortyeight.contest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.web.form.Violations;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Any JSON is a rules card or a list of what is wrong; a card survives being stored, with its hash. */
class RulesReaderFuzzTest {

    private static final String ROBOTS = "crawler-user-agents 1.60.0";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Duration> WINDOWS =
            List.of(Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofHours(48), Duration.ofDays(366));

    @FuzzTest(maxDuration = "1m")
    void json_isACardOrAListOfWhatIsWrong(byte[] bytes) throws JsonProcessingException {
        JsonNode rules;
        try {
            rules = JSON.readTree(bytes);
        } catch (IOException malformed) {
            return;
        }
        for (Duration window : WINDOWS) {
            check(rules, window);
        }
    }

    private static void check(JsonNode rules, Duration window) throws JsonProcessingException {
        RulesCard card;
        try {
            card = RulesReader.read(rules, window, ROBOTS);
        } catch (HttpProblem refusal) {
            assertThat(refusal).isInstanceOf(HttpValidationProblem.class);
            assertThat(refusal.getStatusCode()).isEqualTo(400);
            Violations violations = new Violations();
            RulesReader.read(null, rules, window, ROBOTS, violations);
            assertThat(violations.fields()).isNotEmpty().allSatisfy(field -> assertThat(field)
                    .startsWith("rules"));
            return;
        }
        RulesCard stored = RulesReader.stored(card.canonicalJson());
        assertThat(stored).isEqualTo(card);
        assertThat(stored.hash()).isEqualTo(card.hash());
        assertThat(JSON.readTree(card.canonicalJson()).toString())
                .as("canonical")
                .isEqualTo(card.canonicalJson());
        Violations violations = new Violations();
        assertThat(RulesReader.read(card, rules, window, ROBOTS, violations))
                .as("edited to what it is already")
                .isEqualTo(card);
        assertThat(violations.isEmpty()).isTrue();
    }
}
