package io.fortyeight.core.counting;

import static io.fortyeight.core.counting.Script.FAIR;
import static io.fortyeight.core.counting.Script.HOUR;
import static io.fortyeight.core.counting.Script.MINUTE;
import static io.fortyeight.core.counting.Script.OPENS;
import static io.fortyeight.core.counting.Script.WINDOW;
import static io.fortyeight.core.counting.Script.judgeAndRecord;
import static io.fortyeight.core.counting.Script.network;
import static io.fortyeight.core.counting.Script.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    private final CountingRules rules = new CountingRules(WINDOW, FAIR);
    private final Histories histories = new Histories(WINDOW, FAIR);

    private static Ping view(long atMillis, int visitor, int network) {
        return new Ping(OPENS + atMillis, Item.view(0), visitor(visitor), network(network), false);
    }

    private Verdict send(long atMillis, int visitor, int network) {
        return judgeAndRecord(rules, histories, view(atMillis, visitor, network));
    }

    @Test
    void judge_changesNothing() {
        send(0, 1, 1);

        for (int i = 0; i < 100; i++) {
            assertThat(rules.judge(histories, view(31_000, 1, 1))).isEqualTo(Verdict.CAPPED);
            assertThat(rules.judge(histories, view(31_000, 2, 2))).isEqualTo(Verdict.COUNTED);
        }

        assertThat(histories.ruleTimeMillis()).isEqualTo(OPENS);
        assertThat(histories.visitors()).isOne();
        assertThat(histories.networks()).isOne();
    }

    @Test
    void visitors_areCountedUnderTheNetworkTheyCameFromFirst() {
        send(0, 1, 1);
        send(0, 2, 1);
        send(0, 3, 2);
        send(1, 1, 2);
        judgeAndRecord(rules, histories, new Ping(OPENS, Item.view(0), visitor(4), null, false));

        assertThat(histories.visitors()).isEqualTo(4);
        assertThat(histories.networks()).isEqualTo(2);
        assertThat(histories.visitorsOf(network(1))).isEqualTo(2);
        assertThat(histories.visitorsOf(network(2))).isEqualTo(1);
        assertThat(histories.visitorsOf(network(3))).isZero();
        assertThat(histories.remembers(visitor(4))).isTrue();
        assertThat(histories.remembers(visitor(5))).isFalse();
    }

    @Test
    void robotsAndPingsOutsideTheWindow_areNotRemembered() {
        send(-1, 1, 1);
        send(48 * HOUR, 1, 1);
        judgeAndRecord(rules, histories, new Ping(OPENS + 5, Item.view(0), visitor(1), network(1), true));

        assertThat(histories.visitors()).isZero();
        assertThat(histories.networks()).isZero();
        assertThat(histories.ruleTimeMillis()).isEqualTo(OPENS + 5);
    }

    @Test
    void raw_remembersNobody() {
        Histories raw = new Histories(WINDOW, Script.RAW);
        raw.record(view(3, 1, 1), Verdict.COUNTED);

        assertThat(raw.visitors()).isZero();
        assertThat(raw.networks()).isZero();
        assertThat(raw.ruleTimeMillis()).isEqualTo(OPENS + 3);
    }

    @Test
    void frozenUntil_isTheEndOfTheFreeze() {
        for (int i = 0; i < 31; i++) {
            assertThat(histories.frozenUntilMillis(visitor(1))).isEqualTo(Long.MIN_VALUE);
            send(i, 1, 1);
        }

        assertThat(histories.frozenUntilMillis(visitor(1))).isEqualTo(OPENS + 30 + HOUR);
        assertThat(histories.frozenUntilMillis(visitor(2))).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void record_refusesAFreezeThatTheCardDoesNotKnow() {
        Histories counter = new Histories(WINDOW, Script.COUNTER);

        assertThatIllegalArgumentException().isThrownBy(() -> counter.record(view(5, 1, 1), Verdict.FREEZES));
        assertThat(counter.ruleTimeMillis()).isEqualTo(OPENS);
    }

    @Test
    void forgetIdle_dropsWhomNoRuleCanNeed_asSoonAsThatIsSo() {
        send(0, 1, 1);
        for (int i = 0; i < 31; i++) {
            send(30 * MINUTE, 2, 2);
        }
        send(HOUR - 1, 3, 3);
        histories.forgetIdle(1_000);
        assertThat(histories.visitors()).isEqualTo(3);

        send(HOUR, 3, 3);
        histories.forgetIdle(1_000);
        assertThat(histories.remembers(visitor(1))).isFalse();
        assertThat(histories.visitorsOf(network(1))).isZero();
        assertThat(histories.remembers(visitor(2))).isTrue();
        assertThat(histories.visitorsOf(network(2))).isOne();

        send(90 * MINUTE - 1, 3, 3);
        histories.forgetIdle(1_000);
        assertThat(histories.remembers(visitor(2))).isTrue();

        send(90 * MINUTE, 3, 3);
        histories.forgetIdle(1_000);
        assertThat(histories.remembers(visitor(2))).isFalse();
        assertThat(histories.visitors()).isOne();
        assertThat(histories.networks()).isOne();
    }

    @Test
    void forgetIdle_getsAroundInSmallSteps() {
        for (int i = 0; i < 1_000; i++) {
            send(0, i, i / 10);
            histories.forgetIdle(0);
        }
        send(2 * HOUR, 5_000, 5_000);

        int calls = 0;
        while (histories.visitors() > 1 || histories.networks() > 1) {
            int before = histories.visitors();
            histories.forgetIdle(10);
            assertThat(before - histories.visitors()).isLessThan(100);
            assertThat(++calls).isLessThan(1_000);
        }
        assertThat(calls).isGreaterThan(50);
    }

    @Test
    void aVisitorOfThousandsOfItems_isRememberedOnEachOfThem() {
        int campaigns = 3_000;
        for (int round = 0; round < 2; round++) {
            for (int campaign = 0; campaign < campaigns; campaign++) {
                Verdict expected = round == 0 ? Verdict.COUNTED : Verdict.CAPPED;
                for (Item item : List.of(Item.view(campaign), Item.share(campaign, Platform.OTHER))) {
                    Ping ping = new Ping(OPENS + round * MINUTE, item, visitor(1), null, false);
                    assertThat(judgeAndRecord(rules, histories, ping)).isEqualTo(expected);
                }
            }
        }
        for (int campaign = 0; campaign < campaigns; campaign += 7) {
            Ping ping = new Ping(OPENS + 2 * HOUR, Item.view(campaign), visitor(1), null, false);
            assertThat(judgeAndRecord(rules, histories, ping)).isEqualTo(Verdict.COUNTED);
            assertThat(rules.judge(histories, ping)).isEqualTo(Verdict.REPEAT);
        }
        assertThat(histories.visitors()).isOne();
    }

    @Test
    void manyVisitors_areAllFoundAgain() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100_000; i++) {
                assertThat(send(round * MINUTE, i, i)).isEqualTo(round == 0 ? Verdict.COUNTED : Verdict.CAPPED);
            }
        }
        assertThat(histories.visitors()).isEqualTo(100_000);
        assertThat(histories.networks()).isEqualTo(100_000);
    }

    /** As the judge calls it: with a budget for a part of the pings only. */
    @Test
    void newVisitorsOnly_areForgottenAsFastAsTheyCome() {
        int visitor = 0;
        for (long at = 0; at < 8 * HOUR; at += HOUR / 200) {
            for (int i = 0; i < 50; i++) {
                visitor++;
                send(at, visitor, visitor);
            }
            histories.forgetIdle(50 / 4);
        }
        assertThat(visitor).isEqualTo(80_000);
        assertThat(histories.visitors()).isBetween(10_000, 25_000);
        assertThat(histories.networks()).isBetween(10_000, 25_000);
    }

    @Test
    void batches_areOpenedAndClosedInTurn() {
        assertThatIllegalStateException().isThrownBy(histories::commit);
        assertThatIllegalStateException().isThrownBy(histories::rollback);
        histories.begin();
        assertThatIllegalStateException().isThrownBy(histories::begin);
        histories.commit();
        histories.begin();
        histories.rollback();
    }

    @Test
    void rollback_restoresExactly() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            VotingWindow window = new VotingWindow(OPENS, OPENS + 2_000);
            RulesCard card = RandomTraffic.card(random);
            List<Ping> pings = new RandomTraffic(random, window, card).pings(200);
            CountingRules ruling = new CountingRules(window, card);
            Histories undone = new Histories(window, card);
            Histories twin = new Histories(window, card);
            for (Ping ping : pings) {
                if (random.nextInt(5) == 0) {
                    undone.begin();
                    for (int i = random.nextInt(30); i > 0; i--) {
                        judgeAndRecord(ruling, undone, pings.get(random.nextInt(pings.size())));
                    }
                    undone.rollback();
                    assertThat(summary(undone)).as("seed " + seed).isEqualTo(summary(twin));
                }
                assertThat(judgeAndRecord(ruling, undone, ping))
                        .as("seed " + seed)
                        .isEqualTo(judgeAndRecord(ruling, twin, ping));
            }
        }
    }

    private static List<Long> summary(Histories histories) {
        List<Long> summary = new ArrayList<>();
        summary.add(histories.ruleTimeMillis());
        summary.add((long) histories.visitors());
        summary.add((long) histories.networks());
        for (int i = 0; i < 6; i++) {
            summary.add(histories.remembers(visitor(i)) ? 1L : 0L);
            summary.add(histories.frozenUntilMillis(visitor(i)));
            summary.add((long) histories.visitorsOf(network(i)));
        }
        return summary;
    }

    @Test
    void horizon_isTheEarliestThatAnyRuleLooksBackTo() {
        long now = OPENS + 10 * HOUR + 17 * MINUTE;
        assertThat(rules.horizonMillis(now)).isEqualTo(now - HOUR + 1);
        assertThat(horizon(Script.COUNTER, now)).isEqualTo(now - 30_000);
        assertThat(horizon(Script.DAILY, now)).isEqualTo(OPENS);
        assertThat(horizon(Script.DAILY, OPENS + 40 * HOUR)).isEqualTo(OPENS + 24 * HOUR);
        assertThat(horizon(Script.RAW, now)).isEqualTo(now);
        assertThat(horizon(Script.only(null, new RulesCard.Cap(HOUR, 1), null, null), now))
                .isEqualTo(OPENS + 10 * HOUR);
        assertThat(horizon(Script.only(null, null, null, new RulesCard.Network(4 * HOUR, 1)), now))
                .isEqualTo(OPENS + 8 * HOUR);
        assertThat(rules.horizonMillis(OPENS + 5)).isEqualTo(OPENS);
        assertThat(rules.horizonMillis(OPENS - 5)).isEqualTo(OPENS);
    }

    private static long horizon(RulesCard card, long now) {
        return new CountingRules(WINDOW, card).horizonMillis(now);
    }

    @Test
    void replayFromTheHorizon_judgesAsTheFullMemory() {
        int shortened = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            VotingWindow window = new VotingWindow(OPENS, OPENS + 2_000);
            RulesCard card = RandomTraffic.card(random);
            CountingRules ruling = new CountingRules(window, card);
            Histories full = new Histories(window, card);
            Histories rebuilt = new Histories(window, card);
            List<Ping> ledger = new ArrayList<>();
            List<Verdict> verdicts = new ArrayList<>();
            for (Ping ping : new RandomTraffic(random, window, card).pings(200)) {
                if (random.nextInt(10) == 0) {
                    int from = replayStart(ledger, window, ruling.horizonMillis(full.ruleTimeMillis()));
                    rebuilt = new Histories(window, card);
                    for (int i = from; i < ledger.size(); i++) {
                        rebuilt.record(ledger.get(i), verdicts.get(i));
                    }
                    shortened += from > 0 ? 1 : 0;
                }
                Verdict verdict = judgeAndRecord(ruling, full, ping);
                assertThat(judgeAndRecord(ruling, rebuilt, ping))
                        .as("seed %s, %s, ping %s", seed, card, ledger.size())
                        .isEqualTo(verdict);
                ledger.add(ping);
                verdicts.add(verdict);
            }
        }
        assertThat(shortened).isGreaterThan(1_000);
    }

    private static int replayStart(List<Ping> ledger, VotingWindow window, long horizonMillis) {
        int from = 0;
        while (from < ledger.size()
                && (ledger.get(from).receivedAtMillis() < horizonMillis
                        || !window.contains(ledger.get(from).receivedAtMillis()))) {
            from++;
        }
        return from;
    }

    @Test
    void forgetIdle_goesByTheGivenTime() {
        send(0, 1, 1);

        histories.forgetIdle(1_000, OPENS + HOUR - 1);
        assertThat(histories.visitors()).isOne();

        histories.forgetIdle(1_000, OPENS + HOUR);
        assertThat(histories.visitors()).isZero();
    }
}
