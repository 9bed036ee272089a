package io.fortyeight.contest.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.VotingWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    private static final long OPENS = 1_000_000;
    private static final long CLOSES = 2_000_000;
    private static final long ANNOUNCES = 3_000_000;
    private static final long BLACKOUT = 400_000;

    /**
     * A contest with or without a blackout, publishing when certified or announced; its stored state; the time from an
     * instant on. Then the instants since when and until when something is hidden, and whether the result is shown.
     */
    private static final String TABLE = """
            none     certified scheduled opens+0      | - - no
            none     certified open      closes-1     | - - no
            none     certified open      closes+0     | - - no
            none     certified closing   closes+9     | - - no
            none     certified held      closes+9     | - - no
            none     certified certified closes+9     | - - yes
            none     certified certified announces-1  | - - yes
            none     certified announced announces+0  | - - yes
            blackout certified scheduled opens-1      | - - no
            blackout certified open      blackout-1   | - - no
            blackout certified open      blackout+0   | blackout - no
            blackout certified open      blackout+1   | blackout - no
            blackout certified scheduled blackout+0   | blackout - no
            blackout certified open      closes+0     | blackout - no
            blackout certified closing   closes+9     | blackout - no
            blackout certified held      announces+9  | blackout - no
            blackout certified certified closes+9     | - - yes
            blackout certified certified announces-1  | - - yes
            blackout certified announced announces+0  | - - yes
            none     announced open      closes-1     | - - no
            none     announced open      closes+0     | closes announces no
            none     announced closing   closes+0     | closes announces no
            none     announced certified announces-1  | closes announces no
            none     announced certified announces+0  | - - yes
            none     announced closing   announces+0  | closes - no
            none     announced held      announces+0  | closes - no
            none     announced announced announces-1  | - - yes
            blackout announced open      blackout-1   | - - no
            blackout announced open      blackout+0   | blackout announces no
            blackout announced open      closes-1     | blackout announces no
            blackout announced certified closes+9     | blackout announces no
            blackout announced certified announces-1  | blackout announces no
            blackout announced certified announces+0  | - - yes
            blackout announced held      announces-1  | blackout announces no
            blackout announced held      announces+0  | blackout - no
            blackout announced announced announces+9  | - - yes
            """;

    @Test
    void visibility_isThatOfTheTable() {
        var softly = new SoftAssertions();
        TABLE.lines().forEach(line -> {
            var row = line.split(" \\| ");
            var given = row[0].trim().split(" +");
            var visibility = Visibility.of(contest(given[0], given[1], given[2]), instant(given[3]));
            softly.assertThat(name(visibility.hiddenSince()) + " " + name(visibility.hiddenUntil()) + " "
                            + (visibility.showsResult() ? "yes" : "no"))
                    .as(line)
                    .isEqualTo(row[1]);
        });
        softly.assertAll();
    }

    @Test
    void hiddenTime_beginsAtItsInstant_whetherItHasComeOrNot() {
        for (var now : List.of("opens+0", "blackout-1", "blackout+0", "closes+0")) {
            var visibility = Visibility.of(contest("blackout", "certified", "open"), instant(now));
            assertThat(visibility.hidesFromMillis()).as(now).isEqualTo(CLOSES - BLACKOUT);
            assertThat(List.of(
                            instant("opens+0"),
                            instant("blackout-1"),
                            instant("blackout+0"),
                            instant("blackout+1"),
                            Instant.MAX))
                    .as(now)
                    .extracting(visibility::notHidden)
                    .containsExactly(
                            instant("opens+0"),
                            instant("blackout-1"),
                            instant("blackout-1"),
                            instant("blackout-1"),
                            instant("blackout-1"));
        }
    }

    @Test
    void nothing_isHiddenOnceTheResultIsShown() {
        var visibility = Visibility.of(contest("blackout", "announced", "certified"), instant("announces+0"));
        assertThat(visibility.hidesFromMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(visibility.notHidden(instant("closes+0"))).isEqualTo(instant("closes+0"));
    }

    @Test
    void reasonOfAHeldClose_isToldWithoutCounts_onlyInABlackout() {
        assertThat(reason("none", "certified")).isEqualTo("12345 here, 12344 there");
        assertThat(reason("none", "announced")).isEqualTo("12345 here, 12344 there");
        assertThat(reason("blackout", "certified")).isNotNull().doesNotContain("1234");
        assertThat(Visibility.of(contest("blackout", "certified", "closing"), instant("closes+9"))
                        .heldReason())
                .isNull();
    }

    private static @Nullable String reason(String blackout, String publishes) {
        return Visibility.of(contest(blackout, publishes, "held"), instant("closes+9"))
                .heldReason();
    }

    private static ContestDetails contest(String blackout, String publishes, String state) {
        var stored = ContestState.ofJsonName(state);
        return new ContestDetails(
                1,
                "contest",
                "Contest",
                ZoneOffset.UTC,
                new VotingWindow(OPENS, CLOSES),
                Instant.ofEpochMilli(ANNOUNCES),
                Publication.ofJsonName(publishes),
                blackout.equals("none") ? null : Duration.ofMillis(BLACKOUT),
                new RulesCard("raw", null, null, null, null, null, new RulesCard.Score(1, 0), "robots"),
                "",
                stored,
                stored == ContestState.HELD ? "12345 here, 12344 there" : null,
                false,
                false,
                stored.isFinal() ? Instant.ofEpochMilli(CLOSES) : null,
                null,
                List.of());
    }

    /** For instance {@code closes-1}: a millisecond before. */
    private static Instant instant(String text) {
        var parts = text.split("(?=[+-])");
        return Instant.ofEpochMilli(Point.valueOf(parts[0].toUpperCase(Locale.ROOT)).millis + Long.parseLong(parts[1]));
    }

    private static String name(@Nullable Instant instant) {
        return instant == null
                ? "-"
                : List.of(Point.values()).stream()
                        .filter(point -> point.millis == instant.toEpochMilli())
                        .map(point -> point.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    private enum Point {
        OPENS(VisibilityTest.OPENS),
        BLACKOUT(VisibilityTest.CLOSES - VisibilityTest.BLACKOUT),
        CLOSES(VisibilityTest.CLOSES),
        ANNOUNCES(VisibilityTest.ANNOUNCES);

        private final long millis;

        Point(long millis) {
            this.millis = millis;
        }
    }
}
