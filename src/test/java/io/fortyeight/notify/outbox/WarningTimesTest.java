package io.fortyeight.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.VotingWindow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningTimesTest {

    /** Length of the window, time left at the look, and the minutes of the warning that is due then. */
    private static final String TABLE = """
            PT48H    | PT60M0.001S | -
            PT48H    | PT60M       | 60
            PT48H    | PT59M59.999S| 60
            PT48H    | PT15M0.001S | 60
            PT48H    | PT15M       | 15
            PT48H    | PT5M0.001S  | 15
            PT48H    | PT5M        | 5
            PT48H    | PT0.001S    | 5
            PT48H    | PT0S        | -
            PT48H    | -PT1S       | -
            PT60M    | PT60M0.001S | -
            PT60M    | PT60M       | 60
            PT59M    | PT59M       | -
            PT59M    | PT15M       | 15
            PT10M    | PT10M       | -
            PT10M    | PT5M        | 5
            PT5M     | PT5M        | 5
            PT4M59S  | PT4M59S     | -
            PT1S     | PT0.5S      | -
            """;

    @Test
    void nearest_isTheLastThatIsDue_withinTheWindow() {
        var times = new WarningTimes(List.of(Duration.ofMinutes(60), Duration.ofMinutes(5), Duration.ofMinutes(15)));
        var closesAtMillis = Duration.ofDays(20_000).toMillis();
        for (var line : TABLE.lines().toList()) {
            var row = line.split("\\|");
            var window = new VotingWindow(
                    closesAtMillis - Duration.parse(row[0].strip()).toMillis(), closesAtMillis);
            var nowMillis = closesAtMillis - Duration.parse(row[1].strip()).toMillis();
            var due = times.nearest(window, nowMillis);
            assertThat(due.map(before -> String.valueOf(before.toMinutes())).orElse("-"))
                    .as(line)
                    .isEqualTo(row[2].strip());
        }
    }
}
