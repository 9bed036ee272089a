package io.fortyeight.core.counting;

import static io.fortyeight.core.counting.Script.COUNTER;
import static io.fortyeight.core.counting.Script.DAILY;
import static io.fortyeight.core.counting.Script.FAIR;
import static io.fortyeight.core.counting.Script.HOUR;
import static io.fortyeight.core.counting.Script.RAW;
import static io.fortyeight.core.counting.Script.every;
import static io.fortyeight.core.counting.Script.only;
import static io.fortyeight.core.counting.Script.play;
import static io.fortyeight.core.counting.Script.then;
import static io.fortyeight.core.counting.Script.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.RulesCard.Cap;
import io.fortyeight.core.counting.RulesCard.Freeze;
import io.fortyeight.core.counting.RulesCard.Network;
import io.fortyeight.core.counting.RulesCard.Repeat;
import io.fortyeight.core.counting.RulesCard.RepeatMode;
import org.junit.jupiter.api.Test;

/** The worked examples of {@code docs/counting-rules.md}, and each boundary a millisecond to either side. */
class CountingRulesTest {

    @Test
    void workedExamples_fair48h() {
        assertThat(verdicts(FAIR, 0, 29_000)).isEqualTo("counted repeat");
        assertThat(verdicts(FAIR, 0, 31_000)).isEqualTo("counted capped");
        assertThat(verdicts(FAIR, 3_590_000, 3_610_000)).isEqualTo("counted repeat");
        assertThat(verdicts(FAIR, 3_590_000, 3_621_000)).isEqualTo("counted counted");
    }

    @Test
    void workedExamples_counter() {
        assertThat(verdicts(COUNTER, 0, 29_000)).isEqualTo("counted repeat");
        assertThat(verdicts(COUNTER, 0, 30_000)).isEqualTo("counted repeat");
        assertThat(verdicts(COUNTER, 0, 31_000)).isEqualTo("counted counted");
        assertThat(verdicts(COUNTER, 0, 20_000, 40_000)).isEqualTo("counted repeat repeat");
        assertThat(verdicts(COUNTER, 0, 10_000, 50_000)).isEqualTo("counted repeat counted");
    }

    @Test
    void window_isHalfOpen_underEveryPreset() {
        for (Preset preset : Preset.values()) {
            play(preset.card(Script.ROBOTS), """
                    -1           a  view0  n1  early
                    0            b  view0  n1  counted
                    1            c  view0  n1  counted
                    172_799_998  d  view0  n1  counted
                    172_799_999  e  view0  n1  counted
                    172_800_000  f  view0  n1  late
                    172_800_001  g  view0  n1  late
                    """);
        }
    }

    @Test
    void repeat_firstTouch_withinIsInclusive() {
        play(only(new Repeat(RepeatMode.FIRST_TOUCH, 30_000), null, null, null), """
                0       a  view0  n1  counted
                29_999  a  view0  n1  repeat
                30_000  a  view0  n1  repeat
                30_001  a  view0  n1  counted
                60_000  a  view0  n1  repeat
                60_001  a  view0  n1  repeat
                60_002  a  view0  n1  counted
                """);
    }

    @Test
    void repeat_chain_isMeasuredFromTheLastRepeat() {
        play(COUNTER, """
                0       a  view0  n1  counted
                29_999  a  view0  n1  repeat
                59_999  a  view0  n1  repeat
                90_000  a  view0  n1  counted
                120_000 a  view0  n1  repeat
                150_000 a  view0  n1  repeat
                180_001 a  view0  n1  counted
                """);
    }

    @Test
    void repeat_chain_isNotProlongedByCappedPings() {
        play(only(new Repeat(RepeatMode.CHAIN, 100), new Cap(1_000, 1), null, null), """
                900   a  view0  n1  counted
                950   a  view0  n1  repeat
                1050  a  view0  n1  repeat
                1151  a  view0  n1  counted
                1252  a  view0  n1  capped
                1999  a  view0  n1  capped
                2000  a  view0  n1  counted
                """);
    }

    @Test
    void items_areComparedSeparately() {
        play(FAIR, """
                0  a  view0      n1  counted
                0  a  view1      n1  counted
                0  a  twitter0   n1  counted
                0  a  facebook0  n1  counted
                0  a  twitter1   n1  counted
                0  b  view0      n1  counted
                0  a  view0      n1  repeat
                0  a  twitter0   n1  repeat
                """);
    }

    @Test
    void cap_slotsAreCountedFromTheOpening() {
        play(only(null, new Cap(3_600_000, 2), null, null), """
                0          a  view0  n1  counted
                1          a  view0  n1  counted
                2          a  view0  n1  capped
                3_599_999  a  view0  n1  capped
                3_600_000  a  view0  n1  counted
                3_600_001  a  view0  n1  counted
                3_600_002  a  view0  n1  capped
                7_199_999  a  view0  n1  capped
                7_200_000  a  view0  n1  counted
                """);
    }

    @Test
    void cap_ofADay() {
        assertThat(verdicts(DAILY, 0, 24 * HOUR - 1, 24 * HOUR, 24 * HOUR + 30_001))
                .isEqualTo("counted capped counted capped");
    }

    @Test
    void freeze_beginsWithThePingAfterTheAllowed() {
        play(only(null, null, new Freeze(3, 1_000, 10_000), null), """
                0  a  view0  n1  counted
                1  a  view0  n1  counted
                2  a  view0  n1  counted
                3  a  view0  n1  freezes
                3  a  view0  n1  frozen
                """);
    }

    @Test
    void freeze_within_isOpenAtItsFarEnd() {
        RulesCard card = only(null, null, new Freeze(2, 1_000, 10_000), null);

        assertThat(verdicts(card, 0, 500, 999)).isEqualTo("counted counted freezes");
        assertThat(verdicts(card, 0, 500, 1_000)).isEqualTo("counted counted counted");
        assertThat(verdicts(card, 0, 500, 1_001)).isEqualTo("counted counted counted");
        assertThat(verdicts(card, 0, 500, 1_000, 1_499)).isEqualTo("counted counted counted freezes");
        assertThat(verdicts(card, 0, 500, 1_000, 1_500)).isEqualTo("counted counted counted counted");
    }

    @Test
    void freeze_lasts_isHalfOpen_andNotLengthened_andStartsAnew() {
        play(only(null, null, new Freeze(2, 100, 1_000), null), """
                0     a  view0  n1  counted
                0     a  view0  n1  counted
                7     a  view0  n1  freezes
                8     a  view0  n1  frozen
                1006  a  view0  n1  frozen
                1007  a  view0  n1  counted
                1007  a  view0  n1  counted
                1008  a  view0  n1  freezes
                2007  a  view0  n1  frozen
                2008  a  view0  n1  counted
                """);
    }

    @Test
    void freeze_holdsInTheWholeContest_andEmptiesAllRefreshes() {
        play(only(null, null, new Freeze(2, 10_000, 10), null), """
                0   a  view1     n1  counted
                0   a  view1     n1  counted
                0   a  twitter0  n1  counted
                0   a  view0     n1  counted
                0   a  view0     n1  counted
                0   a  view0     n1  freezes
                5   a  view1     n1  frozen
                5   a  twitter0  n2  frozen
                5   b  view0     n1  counted
                10  a  view1     n1  counted
                10  a  view1     n1  counted
                10  a  view1     n1  freezes
                """);
    }

    @Test
    void freeze_countsAllPlatformsTogether_andViewsApart() {
        play(only(null, null, new Freeze(3, 10_000, 10_000), null), """
                0  a  twitter0   n1  counted
                0  a  view0      n1  counted
                0  a  facebook0  n1  counted
                0  a  view0      n1  counted
                0  a  other1     n1  counted
                0  a  other0     n1  counted
                0  a  view0      n1  counted
                0  a  reddit0    n1  freezes
                """);
    }

    @Test
    void freeze_countsWhatIsDiscounted_butNotRobots() {
        play(
                only(
                        new Repeat(RepeatMode.FIRST_TOUCH, 10),
                        new Cap(1_000, 1),
                        new Freeze(4, 10_000, 10_000),
                        new Network(1_000, 1)),
                """
                0     !a  view0     n1  robot
                0     !a  view0     n1  robot
                0     a   view0     n1  counted
                10    a   view0     n1  repeat
                11    a   view0     n1  capped
                1000  b   view0     n1  counted
                1000  a   view0     n1  crowded
                1001  !a  view0     n1  robot
                1001  a   view0     n1  freezes
                1002  !a  view0     n1  robot
                1003  a   view0     n1  frozen
                """);
    }

    @Test
    void network_hasAnAllowance_ofEachCampaignAndKind_inEachSlot() {
        play(only(null, null, null, new Network(1_000, 2)), """
                0     a  view0      n1  counted
                0     b  view0      n1  counted
                999   c  view0      n1  crowded
                999   c  view0      n2  counted
                999   c  view0      -   counted
                999   c  view1      n1  counted
                999   c  twitter0   n1  counted
                999   d  facebook0  n1  counted
                999   e  other0     n1  crowded
                1000  c  view0      n1  counted
                1001  a  view0      n1  counted
                1002  b  view0      n1  crowded
                1999  b  view0      n1  crowded
                2000  b  view0      n1  counted
                """);
    }

    @Test
    void order_ofTheRules() {
        play(
                only(
                        new Repeat(RepeatMode.FIRST_TOUCH, 100),
                        new Cap(1_000, 1),
                        new Freeze(5, 10_000, 10_000),
                        new Network(100_000, 1)),
                """
                -1           !a  view0  n1  early
                172_800_000  !a  view0  n1  late
                0            a   view0  n1  counted
                100          a   view0  n1  repeat
                101          a   view0  n1  capped
                999          a   view0  n1  capped
                1000         a   view0  n1  crowded
                1001         !a  view0  n1  robot
                1001         a   view0  n1  freezes
                1002         !a  view0  n1  robot
                1002         a   view0  n1  frozen
                -1           a   view0  n1  early
                172_800_000  a   view0  n1  late
                """);
    }

    @Test
    void crowded_leavesTheVisitorAsIfNotSeen_butForItsRefreshes() {
        play(only(new Repeat(RepeatMode.CHAIN, 100), new Cap(500, 1), null, new Network(200, 1)), """
                190  b  view0  n1  counted
                195  a  view0  n1  crowded
                200  a  view0  n1  counted
                301  a  view0  n1  capped
                """);
    }

    @Test
    void ruleTime_neverRunsBackwards() {
        play(FAIR, """
                40_000     a  view0  n1  counted
                31_000     b  view0  n1  counted
                69_000     b  view0  n1  repeat
                3_600_000  c  view0  n1  counted
                3_599_999  a  view0  n1  counted
                3_599_000  a  view0  n1  repeat
                """);
    }

    @Test
    void ruleTime_isAdvancedByRobotsAndTheFrozen_butNotByEarlyOrLate() {
        play(only(new Repeat(RepeatMode.FIRST_TOUCH, 100), null, new Freeze(1, 10, 200), null), """
                172_800_000  z   view0  n1  late
                -5           z   view0  n1  early
                0            a   view0  n1  counted
                101          !z  view0  n1  robot
                50           a   view0  n1  counted
                0            b   view0  n1  counted
                0            b   view0  n1  freezes
                250          b   view0  n1  frozen
                0            a   view0  n1  counted
                0            b   view0  n1  frozen
                172_800_000  z   view0  n1  late
                301          b   view0  n1  counted
                """);
    }

    @Test
    void raw_countsEveryPing() {
        assertThat(verdicts(RAW, 0, 0, 0, 1, 1)).isEqualTo("counted counted counted counted counted");
    }

    @Test
    void fair48h_freezesTheThirtyFirstPingInTenMinutes() {
        assertThat(verdicts(FAIR, then(every(0, 20_000, 30), 599_999))).endsWith("capped freezes");
        assertThat(verdicts(FAIR, then(every(0, 20_000, 30), 600_000))).endsWith("capped capped");
        assertThat(verdicts(FAIR, then(every(0, 1, 31), HOUR + 29, HOUR + 30)))
                .startsWith("counted repeat")
                .endsWith("repeat freezes frozen counted");
    }

    @Test
    void fair48h_allowsANetworkThreeHundredAnHour() {
        CountingRules rules = new CountingRules(Script.WINDOW, FAIR);
        Histories histories = new Histories(Script.WINDOW, FAIR);
        int counted = 0;
        for (int visitor = 0; visitor < 500; visitor++) {
            Ping ping =
                    new Ping(Script.OPENS + visitor, Item.view(0), Script.visitor(visitor), Script.network(1), false);
            counted += Script.judgeAndRecord(rules, histories, ping).isCounted() ? 1 : 0;
        }
        assertThat(counted).isEqualTo(300);
    }
}
