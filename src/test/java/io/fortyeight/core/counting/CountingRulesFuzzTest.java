package io.fortyeight.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** The rules against {@link NaiveReference}, under whatever card and traffic the fuzzer thinks of, batches undone included. */
class CountingRulesFuzzTest {

    private static final Platform[] PLATFORMS = {Platform.TWITTER, Platform.EMAIL};
    private static final int MAX_STEPS = 200;

    @FuzzTest(maxDuration = "1m")
    void verdicts_areThoseOfTheReference(FuzzedDataProvider data) {
        VotingWindow window = new VotingWindow(Script.OPENS, Script.OPENS + data.consumeInt(1, 4_000));
        RulesCard card = card(data);
        CountingRules rules = new CountingRules(window, card);
        Histories histories = new Histories(window, card);
        NaiveReference reference = new NaiveReference(window, card);
        List<String> script = new ArrayList<>();
        long nowMillis = Script.OPENS - 2;
        long promisedMillis = nowMillis;
        int keptPings = -1;
        for (int step = 0; step < MAX_STEPS && data.remainingBytes() > 0; step++) {
            boolean inBatch = keptPings >= 0;
            switch (data.consumeInt(0, 15)) {
                case 0 -> {
                    if (inBatch) {
                        histories.commit();
                        keptPings = -1;
                    } else {
                        histories.begin();
                        keptPings = reference.pings();
                    }
                    script.add(inBatch ? "commit" : "begin");
                }
                case 1 -> {
                    if (inBatch) {
                        histories.rollback();
                        reference.undoTo(keptPings);
                        keptPings = -1;
                        script.add("rollback");
                    }
                }
                case 2 -> histories.forgetIdle(data.consumeInt(0, 20));
                case 3 -> {
                    // The promise that no later ping is older: time goes on from there.
                    promisedMillis = nowMillis;
                    histories.forgetIdle(data.consumeInt(0, 20), promisedMillis);
                    script.add("promise");
                }
                default -> {
                    nowMillis = Math.max(promisedMillis, nowMillis + pause(data, card));
                    Ping ping = ping(data, nowMillis);
                    Verdict expected = reference.judgeAndRecord(ping);
                    script.add(ping + " " + expected);
                    assertThat(Script.judgeAndRecord(rules, histories, ping))
                            .as("%s%n%s", card, String.join("\n", script))
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static RulesCard card(FuzzedDataProvider data) {
        RulesCard.RepeatMode mode = data.pickValue(RulesCard.RepeatMode.values());
        return Script.only(
                data.consumeBoolean() ? new RulesCard.Repeat(mode, data.consumeInt(1, 100)) : null,
                data.consumeBoolean() ? new RulesCard.Cap(data.consumeInt(1, 300), data.consumeInt(1, 3)) : null,
                data.consumeBoolean()
                        ? new RulesCard.Freeze(data.consumeInt(1, 6), data.consumeInt(1, 300), data.consumeInt(1, 300))
                        : null,
                data.consumeBoolean() ? new RulesCard.Network(data.consumeInt(1, 300), data.consumeInt(1, 5)) : null);
    }

    /** Often one of the card's durations, or a millisecond off it; now and then a millisecond back in time. */
    private static long pause(FuzzedDataProvider data, RulesCard card) {
        long around =
                switch (data.consumeInt(0, 6)) {
                    case 0 -> card.repeat() == null ? 0 : card.repeat().withinMillis();
                    case 1 -> card.cap() == null ? 0 : card.cap().slotMillis();
                    case 2 -> card.freeze() == null ? 0 : card.freeze().withinMillis();
                    case 3 -> card.freeze() == null ? 0 : card.freeze().lastsMillis();
                    case 4 -> card.network() == null ? 0 : card.network().slotMillis();
                    default -> data.consumeInt(0, 40);
                };
        return around + data.consumeInt(-1, 1);
    }

    private static Ping ping(FuzzedDataProvider data, long atMillis) {
        int campaign = data.consumeInt(0, 1);
        Item item = data.consumeInt(0, 3) > 0 ? Item.view(campaign) : Item.share(campaign, data.pickValue(PLATFORMS));
        int network = data.consumeInt(-1, 1);
        return new Ping(
                atMillis,
                item,
                Script.visitor(data.consumeInt(0, 3)),
                network < 0 ? null : Script.network(network),
                data.consumeInt(0, 15) == 15);
    }
}
