package io.fortyeight.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MomentTest {

    @Test
    void moment_atMidnight_saysWhichDayBegins() {
        assertThat(Moment.of(Instant.parse("2013-12-19T05:00:00Z"), ZoneId.of("America/New_York")))
                .isEqualTo(new Moment(
                        "2013-12-19T05:00:00.000Z",
                        "Thursday 19 December 2013, 05:00 UTC",
                        "Thursday 19 December 2013, 00:00 (as Thursday begins) (UTC−05:00)"));
    }

    @Test
    void moment_inUtc_isSaidOnce() {
        assertThat(Moment.of(Instant.parse("2013-12-19T05:00:07Z"), ZoneId.of("UTC")))
                .isEqualTo(new Moment("2013-12-19T05:00:07.000Z", "Thursday 19 December 2013, 05:00:07 UTC", null));
    }

    @Test
    void countdown_beforeTheEnd_roundsUp() {
        var end = Instant.parse("2013-12-19T05:00:00Z");
        assertThat(units(end, Duration.ofHours(25).plusMillis(1))).isEqualTo("1 day 01 hour 00 minutes 01 second");
        assertThat(units(end, Duration.ofMillis(1))).isEqualTo("0 days 00 hours 00 minutes 01 second");
        assertThat(units(end, Duration.ZERO)).isEqualTo("0 days 00 hours 00 minutes 00 seconds");
        assertThat(units(end, Duration.ofHours(-1))).isEqualTo("0 days 00 hours 00 minutes 00 seconds");
    }

    @Test
    void span_isSaidInWords() {
        assertThat(Numbers.span(Duration.ofHours(48))).isEqualTo("2 days");
        assertThat(Numbers.span(Duration.ofSeconds(5461))).isEqualTo("1 hour, 31 minutes and 1 second");
    }

    private static String units(Instant end, Duration left) {
        var until = Moment.of(end, ZoneId.of("UTC"));
        return String.join(
                " ",
                Countdown.of("Closes in", until, end, end.minus(left)).units().stream()
                        .map(unit -> unit.number() + " " + unit.word())
                        .toList());
    }
}
