package io.fortyeight.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LocaleFormatTest {

    private static final Instant MIDNIGHT_IN_NEW_YORK = Instant.parse("2013-12-19T05:00:00Z");

    @Test
    void moment_atMidnight_saysWhichDayBegins() {
        assertThat(english().moment(MIDNIGHT_IN_NEW_YORK, ZoneId.of("America/New_York")))
                .isEqualTo(new Moment(
                        "2013-12-19T05:00:00.000Z",
                        "Thursday 19 December 2013, 05:00 UTC",
                        "Thursday 19 December 2013, 00:00 (as Thursday begins) (UTC−05:00)"));
    }

    @Test
    void moment_inUtc_isSaidOnce() {
        assertThat(english().moment(MIDNIGHT_IN_NEW_YORK.plusSeconds(7), ZoneId.of("UTC")))
                .isEqualTo(new Moment("2013-12-19T05:00:07.000Z", "Thursday 19 December 2013, 05:00:07 UTC", null));
    }

    @Test
    void moment_inKorean_isWrittenAsKoreansWriteIt() {
        assertThat(korean().moment(Instant.parse("2013-12-17T05:00:00Z"), ZoneId.of("Asia/Seoul")))
                .isEqualTo(new Moment(
                        "2013-12-17T05:00:00.000Z",
                        "2013년 12월 17일 화요일 05:00 UTC",
                        "2013년 12월 17일 화요일 14:00 (UTC+09:00)"));
        assertThat(korean().moment(Instant.parse("2013-12-17T00:00:00Z"), ZoneId.of("UTC"))
                        .utc())
                .isEqualTo("2013년 12월 17일 화요일 00:00 (화요일이 시작되는 시각) UTC");
    }

    @Test
    void dates_areShortInTables() {
        var utc = ZoneId.of("UTC");
        assertThat(english().shortDateTime(MIDNIGHT_IN_NEW_YORK, utc)).isEqualTo("Thu 19 Dec, 05:00");
        assertThat(english().date(MIDNIGHT_IN_NEW_YORK, utc)).isEqualTo("19 December 2013");
        assertThat(korean().shortDateTime(MIDNIGHT_IN_NEW_YORK, utc)).isEqualTo("12월 19일(목) 05:00");
        assertThat(korean().date(MIDNIGHT_IN_NEW_YORK, utc)).isEqualTo("2013년 12월 19일");
    }

    @Test
    void countdown_beforeTheEnd_roundsUp() {
        assertTable("""
                PT25H0.001S | 1 d 01:00:01
                PT24H       | 1 d 00:00:00
                PT23H59M59S | 23:59:59
                PT0.001S    | 00:00:01
                PT0S        | 00:00:00
                PT-1H       | 00:00:00
                """, row -> {
            var now = MIDNIGHT_IN_NEW_YORK.minus(Duration.parse(row[0]));
            return Countdown.of("Closes in", "Over", MIDNIGHT_IN_NEW_YORK, ZoneId.of("UTC"), now, english())
                    .clock();
        });
    }

    @Test
    void span_isSaidInWords() {
        assertTable("""
                PT0S           | no time                            | 0초
                PT0.25S        | 250 milliseconds                   | 250밀리초
                PT1S           | 1 second                           | 1초
                PT1H30M        | 1 hour and 30 minutes              | 1시간 30분
                PT1H31M1S      | 1 hour, 31 minutes and 1 second    | 1시간 31분 1초
                PT48H          | 48 hours                           | 48시간
                PT71H59M       | 71 hours and 59 minutes            | 71시간 59분
                PT72H          | 3 days                             | 3일
                P1234DT1H      | 1,234 days and 1 hour              | 1,234일 1시간
                """, row -> english().span(Duration.parse(row[0])), row -> korean().span(Duration.parse(row[0])));
    }

    @Test
    void span_inShort() {
        assertTable("""
                PT59S    | under a minute | 1분 미만
                PT1M     | 1 min          | 1분
                PT80M    | 1 h 20 min     | 1시간 20분
                PT47H    | 47 h           | 47시간
                PT49H30M | 2 d 1 h        | 2일 1시간
                """, row -> english().shortSpan(Duration.parse(row[0])), row -> korean().shortSpan(
                        Duration.parse(row[0])));
        assertThat(english().shortSpan(null)).isEqualTo("–");
    }

    @Test
    void slot_isSaidAfterEach() {
        assertTable("""
                PT1S    | second                | 1초
                PT1M    | minute                | 1분
                PT10S   | 10 seconds            | 10초
                PT1H    | hour                  | 1시간
                PT1H30M | 1 hour and 30 minutes | 1시간 30분
                PT24H   | 24 hours              | 24시간
                P7D     | week                  | 1주
                """, row -> english().slot(Duration.parse(row[0])), row -> korean().slot(Duration.parse(row[0])));
    }

    @Test
    void ago_isSaidRoughly() {
        assertTable(
                """
                PT0.9S | just now       | 방금
                PT1S   | 1 second ago   | 1초 전
                PT119S | 1 minute ago   | 1분 전
                PT71H  | 71 hours ago   | 71시간 전
                P12DT9H | 12 days ago   | 12일 전
                """,
                row -> english().ago(MIDNIGHT_IN_NEW_YORK.minus(Duration.parse(row[0])), MIDNIGHT_IN_NEW_YORK),
                row -> korean().ago(MIDNIGHT_IN_NEW_YORK.minus(Duration.parse(row[0])), MIDNIGHT_IN_NEW_YORK));
    }

    @Test
    void took_isExactWhenItIsShort() {
        assertThat(english().took(Duration.ofMillis(254))).isEqualTo("0.25 s");
        assertThat(english().took(Duration.ofMillis(62_900))).isEqualTo("1 minute and 2 seconds");
    }

    @Test
    void numbers_areWrittenAsReadersDo() {
        assertThat(english().number(12_345)).isEqualTo("12,345");
        assertThat(english().signed(12_345)).isEqualTo("+12,345");
        assertThat(english().signed(-3)).isEqualTo("−3");
        assertThat(english().signed(0)).isEqualTo("0");
        assertThat(english().decimal(2.0, 2)).isEqualTo("2.00");
        assertThat(english().decimal(null, 2)).isEqualTo("–");
        assertThat(english().percent(0.0342)).isEqualTo("3.4%");
        assertThat(english().percent(null)).isEqualTo("–");
    }

    @Test
    void ordinals_andTimes() {
        assertTable(
                """
                1    | 1st     | once        | 1위
                2    | 2nd     | twice       | 2위
                3    | 3rd     | 3 times     | 3위
                4    | 4th     | 4 times     | 4위
                11   | 11th    | 11 times    | 11위
                12   | 12th    | 12 times    | 12위
                13   | 13th    | 13 times    | 13위
                21   | 21st    | 21 times    | 21위
                111  | 111th   | 111 times   | 111위
                1002 | 1,002nd | 1,002 times | 1,002위
                """,
                row -> english().ordinal(Integer.parseInt(row[0])),
                row -> english().times(Integer.parseInt(row[0])),
                row -> korean().ordinal(Integer.parseInt(row[0])));
    }

    @Test
    void money_isTheReadersLanguages_withDecimalsOnlyWhereTheySaySomething() {
        assertTable("""
                2500 USD   | $2,500    | US$2,500
                2500.5 USD | $2,500.50 | US$2,500.50
                50000 KRW  | ₩50,000   | ₩50,000
                20000 EUR  | €20,000   | €20,000
                """, row -> money(english(), row[0]), row -> money(korean(), row[0]));
    }

    @Test
    void languages_areNamedInEachOther() {
        assertThat(english().name(Language.KOREAN)).isEqualTo("Korean");
        assertThat(korean().name(Language.KOREAN)).isEqualTo("한국어");
        for (var language : Language.values()) {
            assertThat(language.messages(CommonMessages.class).tag()).isEqualTo(language.tag());
        }
    }

    private static String money(LocaleFormat format, String sum) {
        var parts = sum.split(" ");
        return format.money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
    }

    @SafeVarargs
    private static void assertTable(String table, Function<String[], String>... columns) {
        var soft = new SoftAssertions();
        table.lines().map(line -> line.strip().split("\\s*\\|\\s*")).forEach(row -> soft.assertThat(
                        Arrays.stream(columns).map(column -> column.apply(row)))
                .as(row[0])
                .containsExactly(Arrays.copyOfRange(row, 1, row.length)));
        soft.assertAll();
    }

    private static LocaleFormat english() {
        return LocaleFormat.in(Language.ENGLISH);
    }

    private static LocaleFormat korean() {
        return LocaleFormat.in(Language.KOREAN);
    }
}
