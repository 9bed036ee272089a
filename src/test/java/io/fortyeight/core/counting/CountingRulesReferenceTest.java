package io.fortyeight.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules against {@link NaiveReference}, on random traffic, with undone batches and forgetting in between. */
class CountingRulesReferenceTest {

    private static final int SEEDS = 200;

    private final Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);

    @Test
    void presets_agreeWithTheReference() {
        for (Preset preset : Preset.values()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                RulesCard card = preset.card(Script.ROBOTS);
                RandomTraffic traffic = new RandomTraffic(random, Script.WINDOW, card);
                List<Ping> pings = traffic.pings(150);
                if (seed % 20 == 0) {
                    traffic.crowd(310);
                    pings = traffic.pings(500);
                }
                compare(preset.jsonName() + ", seed " + seed, random, Script.WINDOW, card, pings);
            }
        }
        assertThat(seen.keySet()).as("verdicts met").containsExactlyInAnyOrder(Verdict.values());
    }

    @Test
    void randomCards_agreeWithTheReference() {
        for (int seed = 0; seed < 15 * SEEDS; seed++) {
            Random random = new Random(seed);
            VotingWindow window = new VotingWindow(Script.OPENS, Script.OPENS + 500 + random.nextInt(3_000));
            RulesCard card = RandomTraffic.card(random);
            List<Ping> pings = new RandomTraffic(random, window, card).pings(120);
            compare("seed " + seed + ", " + card, random, window, card, pings);
        }
        assertThat(seen.keySet()).as("verdicts met").containsExactlyInAnyOrder(Verdict.values());
    }

    private void compare(String run, Random random, VotingWindow window, RulesCard card, List<Ping> pings) {
        NaiveReference reference = new NaiveReference(window, card);
        CountingRules rules = new CountingRules(window, card);
        Histories histories = new Histories(window, card);
        List<Verdict> expected = new ArrayList<>();
        List<Verdict> actual = new ArrayList<>();
        boolean inBatch = false;
        for (int i = 0; i < pings.size(); i++) {
            if (!inBatch && random.nextInt(4) == 0) {
                histories.begin();
                inBatch = true;
                if (random.nextBoolean()) {
                    judgeSomeOf(pings.subList(i, pings.size()), random, rules, histories);
                    histories.rollback();
                    inBatch = false;
                }
            }
            if (random.nextInt(3) == 0) {
                histories.forgetIdle(random.nextInt(20));
            }
            expected.add(reference.judgeAndRecord(pings.get(i)));
            actual.add(Script.judgeAndRecord(rules, histories, pings.get(i)));
            if (inBatch && random.nextInt(4) == 0) {
                histories.commit();
                inBatch = false;
            }
        }
        assertThat(actual).as(run).isEqualTo(expected);
        expected.forEach(verdict -> seen.merge(verdict, 1, Integer::sum));
    }

    private static void judgeSomeOf(List<Ping> pings, Random random, CountingRules rules, Histories histories) {
        for (int i = random.nextInt(40); i >= 0; i--) {
            Script.judgeAndRecord(rules, histories, pings.get(random.nextInt(pings.size())));
            if (random.nextInt(10) == 0) {
                histories.forgetIdle(random.nextInt(20));
            }
        }
    }
}
