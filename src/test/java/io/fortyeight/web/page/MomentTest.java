package io.fortyeight.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.site.contest.Countdown;
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
    void moment_inKorean_isWrittenAsKoreansWriteIt() {
        assertThat(Moment.of(Instant.parse("2013-12-17T05:00:00Z"), ZoneId.of("Asia/Seoul"), Language.KOREAN))
                .isEqualTo(new Moment(
                        "2013-12-17T05:00:00.000Z",
                        "2013년 12월 17일 화요일 05:00 UTC",
                        "2013년 12월 17일 화요일 14:00 (UTC+09:00)"));
        assertThat(Moment.of(Instant.parse("2013-12-17T00:00:00Z"), ZoneId.of("UTC"), Language.KOREAN)
                        .utc())
                .isEqualTo("2013년 12월 17일 화요일 00:00(화요일이 시작되는 시각) UTC");
    }

    @Test
    void countdown_beforeTheEnd_roundsUp() {
        var end = Instant.parse("2013-12-19T05:00:00Z");
        assertThat(units(end, Duration.ofHours(25).plusMillis(1))).isEqualTo("1 01:00:01");
        assertThat(units(end, Duration.ofMillis(1))).isEqualTo("0 00:00:01");
        assertThat(units(end, Duration.ZERO)).isEqualTo("0 00:00:00");
        assertThat(units(end, Duration.ofHours(-1))).isEqualTo("0 00:00:00");
    }

    @Test
    void span_isSaidInWords() {
        assertThat(Numbers.span(Duration.ofHours(48))).isEqualTo("2 days");
        assertThat(Numbers.span(Duration.ofSeconds(5461))).isEqualTo("1 hour, 31 minutes and 1 second");
        assertThat(Numbers.span(Duration.ofSeconds(5461), Language.KOREAN)).isEqualTo("1시간 31분 1초");
        assertThat(Numbers.span(Duration.ZERO, Language.KOREAN)).isEqualTo("0초");
    }

    @Test
    void slot_isSaidAfterEach() {
        assertThat(Numbers.slot(Duration.ofHours(1), Language.ENGLISH)).isEqualTo("hour");
        assertThat(Numbers.slot(Duration.ofMinutes(90), Language.ENGLISH)).isEqualTo("1 hour and 30 minutes");
        assertThat(Numbers.slot(Duration.ofHours(1), Language.KOREAN)).isEqualTo("1시간");
    }

    private static String units(Instant end, Duration left) {
        var countdown = Countdown.of("Closes in", "Over", Moment.of(end, ZoneId.of("UTC")), end, end.minus(left));
        return countdown.days() + " " + countdown.hoursText() + ":" + countdown.minutesText() + ":"
                + countdown.secondsText();
    }
}
