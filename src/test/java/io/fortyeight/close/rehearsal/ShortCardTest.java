package io.fortyeight.close.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.CountingRules;
import io.fortyeight.core.counting.Histories;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.RulesCard.Cap;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.RulesCard.Freeze;
import io.fortyeight.core.counting.RulesCard.Network;
import io.fortyeight.core.counting.RulesCard.Repeat;
import io.fortyeight.core.counting.RulesCard.RepeatMode;
import io.fortyeight.core.counting.RulesCard.Score;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.core.counting.VotingWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortCardTest {

    private static final Duration WINDOW = Duration.ofMillis(100);

    @Test
    void whatLastsLongerThanTheWindow_lastsAsLong() {
        var card = new RulesCard(
                "fair-48h",
                new Repeat(RepeatMode.CHAIN, 99),
                new Cap(100, 2),
                new Freeze(3, 101, 7),
                new Network(3_600_000, 9),
                new Credit(3_600_001),
                new Score(2, 5),
                "robots 1");
        var shorter = ShortCard.of(card, WINDOW);
        assertThat(shorter.card())
                .isEqualTo(new RulesCard(
                        "fair-48h",
                        new Repeat(RepeatMode.CHAIN, 99),
                        new Cap(100, 2),
                        new Freeze(3, 100, 7),
                        new Network(100, 9),
                        new Credit(100),
                        new Score(2, 5),
                        "robots 1"));
        assertThat(shorter.changes())
                .containsExactly(
                        "freeze.within PT0.101S is PT0.1S here",
                        "network.slot PT1H is PT0.1S here",
                        "credit.within PT1H0.001S is PT0.1S here");
    }

    @Test
    void whatIsOff_staysOff() {
        var raw = new RulesCard("raw", null, null, null, null, null, new Score(1, 0), "robots 1");
        assertThat(ShortCard.of(raw, WINDOW)).isEqualTo(new ShortCard(raw, List.of()));
    }

    @Test
    void verdictsInTheWindow_areThoseOfTheWholeCard() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var card = new RulesCard(
                    "fair-48h",
                    new Repeat(RepeatMode.values()[random.nextInt(2)], duration(random)),
                    new Cap(duration(random), 1 + random.nextInt(3)),
                    new Freeze(1 + random.nextInt(6), duration(random), duration(random)),
                    new Network(duration(random), 1 + random.nextInt(8)),
                    new Credit(duration(random)),
                    new Score(1, 0),
                    "robots 1");
            var pings = pings(random);
            assertThat(verdicts(ShortCard.of(card, WINDOW).card(), pings))
                    .as("seed %d, %s", seed, card)
                    .isEqualTo(verdicts(card, pings));
        }
    }

    private static long duration(Random random) {
        return random.nextBoolean() ? 1 + random.nextInt(110) : 100 + random.nextInt(10_000);
    }

    private static List<Ping> pings(Random random) {
        var pings = new ArrayList<Ping>();
        var nowMillis = 995L;
        while (pings.size() < 80) {
            nowMillis += random.nextInt(4);
            pings.add(new Ping(
                    nowMillis,
                    Item.view(random.nextInt(2)),
                    new VisitorKey(0, random.nextInt(4)),
                    new NetworkKey(random.nextInt(2)),
                    false));
        }
        return pings;
    }

    private static List<Verdict> verdicts(RulesCard card, List<Ping> pings) {
        var window = new VotingWindow(1_000, 1_000 + WINDOW.toMillis());
        var rules = new CountingRules(window, card);
        var histories = new Histories(window, card);
        return pings.stream()
                .map(ping -> {
                    var verdict = rules.judge(histories, ping);
                    histories.record(ping, verdict);
                    return verdict;
                })
                .toList();
    }
}
