package io.fortyeight.core.counting;

import static io.fortyeight.core.counting.Script.FAIR;
import static io.fortyeight.core.counting.Script.HOUR;
import static io.fortyeight.core.counting.Script.MINUTE;
import static io.fortyeight.core.counting.Script.OPENS;
import static io.fortyeight.core.counting.Script.SECOND;
import static io.fortyeight.core.counting.Script.WINDOW;
import static io.fortyeight.core.counting.Script.every;
import static io.fortyeight.core.counting.Script.then;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code fair-48h} promises. */
class FairnessTest {

    private static final long[] FAN = every(0, 180 * SECOND, 960);

    @Test
    void aFanWithThreeMinutesOnRepeat_getsFortyEight_andIsNeverFrozen() {
        List<String> verdicts = List.of(Script.verdicts(FAIR, FAN).split(" "));

        assertThat(verdicts).hasSize(960).doesNotContain("frozen", "freezes");
        assertThat(verdicts.stream().filter("counted"::equals)).hasSize(48);
    }

    @Test
    void noSchedule_earnsMoreThanFortyEight() {
        assertThat(counted(every(0, HOUR, 48))).isEqualTo(48);
        assertThat(counted(every(HOUR - 1, HOUR, 48))).isEqualTo(48);
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            long[] schedule = schedule(random, 1 + random.nextInt(1_500));
            assertThat(counted(schedule)).as("seed " + seed).isLessThanOrEqualTo(48);
        }
    }

    /** Tries at each step the instant that the rules themselves say is the earliest to count. */
    @Test
    void aScheduleThatFollowsTheRules_earnsFortyEight() {
        CountingRules rules = new CountingRules(WINDOW, FAIR);
        Histories histories = new Histories(WINDOW, FAIR);
        int counted = 0;
        long at = WINDOW.opensAtMillis();
        while (WINDOW.contains(at)) {
            Ping ping = Script.view(at - OPENS);
            Verdict verdict = Script.judgeAndRecord(rules, histories, ping);
            assertThat(verdict).isEqualTo(Verdict.COUNTED);
            counted++;
            at = rules.countsAgainAtMillis(histories, ping, verdict).orElse(WINDOW.closesAtMillis());
        }
        assertThat(counted).isEqualTo(48);
    }

    @Test
    void morePings_neverRaiseTheMaximum() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long[] best = seed % 2 == 0 ? FAN : every(random.nextLong(HOUR), HOUR, 48);
            assertThat(counted(best)).isEqualTo(48);
            long[] more = then(best, schedule(random, random.nextInt(500)));
            Arrays.sort(more);
            assertThat(counted(more)).as("seed " + seed).isLessThanOrEqualTo(48);
        }
    }

    private static long counted(long[] schedule) {
        return Arrays.stream(Script.verdicts(FAIR, schedule).split(" "))
                .filter("counted"::equals)
                .count();
    }

    /** Sorted; at random, in bursts, and at the edges of slots and of the repeat's half minute. */
    private static long[] schedule(Random random, int pings) {
        long[] schedule = new long[pings];
        for (int i = 0; i < pings; i++) {
            long edge = random.nextInt(49) * HOUR;
            schedule[i] = switch (random.nextInt(4)) {
                case 0 -> random.nextLong(48 * HOUR);
                case 1 -> edge - 2 + random.nextInt(4);
                case 2 -> edge + (random.nextBoolean() ? 30 * SECOND : -30 * SECOND) - 1 + random.nextInt(3);
                default -> edge + random.nextLong(2 * MINUTE);
            };
        }
        Arrays.sort(schedule);
        return schedule;
    }

    /**
     * Visitors of one crowded network, some of them refreshing like mad: those who are never frozen are counted at least
     * as often as if nobody were.
     */
    @Test
    void whoIsNeverFrozen_isNotWorseOffForOthersBeingFrozen() {
        RulesCard unfrozen = new RulesCard(
                FAIR.preset(),
                FAIR.repeat(),
                FAIR.cap(),
                null,
                FAIR.network(),
                FAIR.credit(),
                FAIR.score(),
                FAIR.robots());
        int better = 0;
        for (int seed = 0; seed < 60; seed++) {
            List<Ping> pings = crowd(new Random(seed));
            Map<VisitorKey, Integer> withFreezes = new HashMap<>();
            Set<VisitorKey> frozen = countByVisitor(FAIR, pings, withFreezes);
            Map<VisitorKey, Integer> without = new HashMap<>();
            countByVisitor(unfrozen, pings, without);
            assertThat(frozen).as("seed " + seed).isNotEmpty();
            for (Map.Entry<VisitorKey, Integer> entry : without.entrySet()) {
                if (!frozen.contains(entry.getKey())) {
                    int counted = withFreezes.getOrDefault(entry.getKey(), 0);
                    assertThat(counted).as("seed " + seed).isGreaterThanOrEqualTo(entry.getValue());
                    better += counted - entry.getValue();
                }
            }
        }
        assertThat(better).as("the allowance did matter").isPositive();
    }

    private static Set<VisitorKey> countByVisitor(RulesCard card, List<Ping> pings, Map<VisitorKey, Integer> counted) {
        CountingRules rules = new CountingRules(WINDOW, card);
        Histories histories = new Histories(WINDOW, card);
        Set<VisitorKey> frozen = new HashSet<>();
        for (Ping ping : pings) {
            Verdict verdict = Script.judgeAndRecord(rules, histories, ping);
            counted.merge(ping.visitor(), verdict.isCounted() ? 1 : 0, Integer::sum);
            if (verdict == Verdict.FREEZES) {
                frozen.add(ping.visitor());
            }
        }
        return frozen;
    }

    private static List<Ping> crowd(Random random) {
        List<Ping> pings = new ArrayList<>();
        int visitors = 320 + random.nextInt(40);
        for (int visitor = 0; visitor < visitors; visitor++) {
            boolean refresher = visitor % 10 == 0;
            long start = random.nextLong(HOUR);
            for (int i = 0; i < (refresher ? 60 : 12); i++) {
                long at = refresher ? start + i * 10 * SECOND : random.nextLong(3 * HOUR);
                pings.add(new Ping(OPENS + at, Item.view(0), Script.visitor(visitor), Script.network(0), false));
            }
            if (refresher) {
                long later = HOUR + random.nextLong(30 * MINUTE);
                pings.add(new Ping(OPENS + later, Item.view(0), Script.visitor(visitor), Script.network(0), false));
            }
        }
        pings.sort(Comparator.comparingLong(Ping::receivedAtMillis));
        return pings;
    }
}
