package io.fortyeight.core.counting;

import static io.fortyeight.core.counting.Script.FAIR;
import static io.fortyeight.core.counting.Script.HOUR;
import static io.fortyeight.core.counting.Script.OPENS;
import static io.fortyeight.core.counting.Script.WINDOW;
import static io.fortyeight.core.counting.Script.every;
import static io.fortyeight.core.counting.Script.view;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CountsAgainTest {

    @Test
    void afterEachKindOfVerdict_underFair48h() {
        assertThat(after(FAIR, -5)).hasValue(0);
        assertThat(after(FAIR, 0)).hasValue(HOUR);
        assertThat(after(FAIR, 0, 10_000)).hasValue(HOUR);
        assertThat(after(FAIR, HOUR - 10, HOUR + 5)).hasValue(HOUR + 29_991);
        assertThat(after(FAIR, every(HOUR / 2, 1_000, 31))).hasValue(HOUR / 2 + 30_000 + HOUR);
    }

    @Test
    void whenTheNextPingWouldBeginAFreeze_itWaitsForTheOldestToExpire() {
        RulesCard card = Script.only(null, null, new RulesCard.Freeze(2, 1_000, 5_000), null);

        assertThat(after(card, 0)).hasValue(0);
        assertThat(after(card, 0, 400)).hasValue(1_000);
    }

    @Test
    void withoutRules_itIsTheSameInstant() {
        assertThat(after(Script.RAW, 7)).hasValue(7);
    }

    @Test
    void lateAndRobots_getNone() {
        assertThat(after(FAIR, 48 * HOUR)).isEmpty();
        Ping robot = new Ping(OPENS, Item.view(0), Script.visitor(1), null, true);
        Histories histories = new Histories(WINDOW, FAIR);
        CountingRules rules = new CountingRules(WINDOW, FAIR);
        Verdict verdict = Script.judgeAndRecord(rules, histories, robot);
        assertThat(rules.countsAgainAtMillis(histories, robot, verdict)).isEmpty();
    }

    @Test
    void notBeforeClosing_isNone() {
        assertThat(after(FAIR, 47 * HOUR - 30_001)).hasValue(47 * HOUR);
        assertThat(after(FAIR, 47 * HOUR)).isEmpty();
        RulesCard card = Script.only(new RulesCard.Repeat(RulesCard.RepeatMode.CHAIN, 1_000), null, null, null);
        assertThat(after(card, 48 * HOUR - 1_002)).hasValue(48 * HOUR - 1);
        assertThat(after(card, 48 * HOUR - 1_001)).isEmpty();
    }

    /** What the last of these views by one visitor gets, in milliseconds from the opening. */
    private static OptionalLong after(RulesCard card, long... atMillis) {
        Histories histories = new Histories(WINDOW, card);
        CountingRules rules = new CountingRules(WINDOW, card);
        OptionalLong countsAgain = OptionalLong.empty();
        for (long at : atMillis) {
            Ping ping = view(at);
            Verdict verdict = Script.judgeAndRecord(rules, histories, ping);
            countsAgain = rules.countsAgainAtMillis(histories, ping, verdict);
        }
        return countsAgain.isEmpty() ? countsAgain : OptionalLong.of(countsAgain.getAsLong() - OPENS);
    }

    @Test
    void randomCards_agreeWithTryingEveryInstant() {
        int found = 0;
        int none = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            VotingWindow window = new VotingWindow(OPENS, OPENS + 200 + random.nextInt(500));
            RulesCard card = RandomTraffic.card(random);
            CountingRules rules = new CountingRules(window, card);
            Histories histories = new Histories(window, card);
            for (Ping ping : new RandomTraffic(random, window, card).pings(80)) {
                Verdict verdict = Script.judgeAndRecord(rules, histories, ping);
                OptionalLong expected =
                        switch (verdict) {
                            case EARLY -> OptionalLong.of(OPENS);
                            case LATE, ROBOT -> OptionalLong.empty();
                            default -> firstThatCounts(rules, histories, window, ping);
                        };
                assertThat(rules.countsAgainAtMillis(histories, ping, verdict))
                        .as("seed %s, %s, %s, %s", seed, card, ping, verdict)
                        .isEqualTo(expected);
                if (expected.isPresent()) {
                    found++;
                } else {
                    none++;
                }
            }
        }
        assertThat(found).isGreaterThan(1_000);
        assertThat(none).isGreaterThan(1_000);
    }

    /** By the reference too: it shares no thought of "blocked until". */
    @Test
    void randomCards_agreeWithTryingEveryInstantOnTheReference() {
        for (int seed = 1_000; seed < 1_030; seed++) {
            Random random = new Random(seed);
            VotingWindow window = new VotingWindow(OPENS, OPENS + 300);
            RulesCard card = RandomTraffic.card(random);
            CountingRules rules = new CountingRules(window, card);
            Histories histories = new Histories(window, card);
            NaiveReference reference = new NaiveReference(window, card);
            for (Ping ping : new RandomTraffic(random, window, card).pings(40)) {
                Verdict verdict = Script.judgeAndRecord(rules, histories, ping);
                reference.judgeAndRecord(ping);
                if (verdict != Verdict.EARLY && verdict != Verdict.LATE && verdict != Verdict.ROBOT) {
                    OptionalLong expected = LongStream.range(histories.ruleTimeMillis(), window.closesAtMillis())
                            .filter(at -> reference.judge(at(ping, at)).isCounted())
                            .findFirst();
                    assertThat(rules.countsAgainAtMillis(histories, ping, verdict))
                            .as("seed %s, %s, %s", seed, card, ping)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static OptionalLong firstThatCounts(
            CountingRules rules, Histories histories, VotingWindow window, Ping ping) {
        return LongStream.range(histories.ruleTimeMillis(), window.closesAtMillis())
                .filter(at -> rules.judge(histories, at(ping, at)).isCounted())
                .findFirst();
    }

    private static Ping at(Ping ping, long atMillis) {
        return new Ping(atMillis, ping.item(), ping.visitor(), ping.network(), false);
    }
}
