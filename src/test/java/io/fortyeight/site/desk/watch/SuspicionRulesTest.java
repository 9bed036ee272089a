package io.fortyeight.site.desk.watch;

import static io.fortyeight.site.desk.watch.SuspicionRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fortyeight.site.desk.watch.SuspicionRules.Spread;
import org.junit.jupiter.api.Test;

class SuspicionRulesTest {

    @Test
    void score_isIglewiczAndHoaglins() {
        assertThat(new Spread(9, 10, 2, 5).score(20)).isCloseTo(0.6745 * 10 / 2, within(1e-9));
        assertThat(new Spread(9, 1, 0, 4).score(21)).isCloseTo(20 / (1.253314 * 4), within(1e-9));
        assertThat(new Spread(9, 7, 0, 0).score(7)).isZero();
    }

    @Test
    void linkFarAbove_hasEnoughVisits_manyTimesTheMedian_andTheScore() {
        var table = """
                50  4.9  5  yes
                49  4.9  5  no
                50  5.0  5  no
                51  5.0  5  yes
                50  4.9  8  yes
                50  4.9  9  no
                """;
        table.lines().forEach(line -> {
            var cells = line.trim().split(" +");
            var spread = new Spread(20, Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), 0);
            assertThat(RULES.isFarAbove(Long.parseLong(cells[0]), spread))
                    .as(line)
                    .isEqualTo(cells[3].equals("yes"));
        });
    }

    @Test
    void part_isLargeAboveTheHalf_ofEnoughVisits() {
        assertThat(RULES.isLargePart(20, 11, 20)).isTrue();
        assertThat(RULES.isLargePart(20, 10, 20)).isFalse();
        assertThat(RULES.isLargePart(19, 19, 19)).isFalse();
        assertThat(RULES.isLargePart(100_000, 1_001, 2_000)).as("of a sample").isTrue();
    }

    /** Else a single rich link would hide another, and one link alone would stand out from nothing. */
    @Test
    void fewLinks_neverStandOut() {
        assertThat(RULES.isFarAbove(1_000_000, new Spread(1, 1_000_000, 0, 0))).isFalse();
        assertThat(RULES.isFarAbove(1_000_000, new Spread(3, 1, 0, 333_333))).isFalse();
    }
}
