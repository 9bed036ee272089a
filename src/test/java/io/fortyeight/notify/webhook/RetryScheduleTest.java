package io.fortyeight.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void delays_areThoseOfStandardWebhooks() {
        var delays = new ArrayList<String>();
        for (var failedBefore = 0; RetrySchedule.delay(failedBefore, null, 0).isPresent(); failedBefore++) {
            delays.add(RetrySchedule.delay(failedBefore, null, 0).orElseThrow().toString());
        }
        assertThat(delays).containsExactly("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H");
    }

    @Test
    void chance_stretchesByATenthAtMost() {
        assertThat(RetrySchedule.delay(1, null, 0.5)).contains(Duration.ofSeconds(315));
        assertThat(RetrySchedule.delay(1, null, 1)).contains(Duration.ofSeconds(330));
    }

    @Test
    void retryAfter_isKeptToWhenLonger_upToADay() {
        assertThat(RetrySchedule.delay(0, Duration.ofSeconds(4), 0)).contains(Duration.ofSeconds(5));
        assertThat(RetrySchedule.delay(0, Duration.ofSeconds(6), 0)).contains(Duration.ofSeconds(6));
        assertThat(RetrySchedule.delay(0, Duration.ofDays(9), 0)).contains(Duration.ofHours(24));
        assertThat(RetrySchedule.delay(9, Duration.ofSeconds(6), 0)).isEqualTo(Optional.empty());
    }
}
