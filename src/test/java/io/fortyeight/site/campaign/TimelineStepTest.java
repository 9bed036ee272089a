package io.fortyeight.site.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.VotingWindow;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineStepTest {

    @ParameterizedTest
    @CsvSource({
        "PT1S, PT1M",
        "PT1H, PT1M",
        "PT1H0.001S, PT2M",
        "PT48H, PT1H",
        "PT60H, PT1H",
        "PT60H0.001S, PT2H",
        "P365D, PT168H",
        "P36500D, P366D"
    })
    void step_isTheShortestThatGivesAtMostSixty(String window, String step) {
        var length = Duration.parse(window).toMillis();
        assertThat(TimelineStep.of(new VotingWindow(0, length))).isEqualTo(Duration.parse(step));
    }
}
