package io.fortyeight.core.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fortyeight.core.counting.RulesCard.Cap;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.RulesCard.Freeze;
import io.fortyeight.core.counting.RulesCard.Network;
import io.fortyeight.core.counting.RulesCard.Repeat;
import io.fortyeight.core.counting.RulesCard.RepeatMode;
import io.fortyeight.core.counting.RulesCard.Score;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RulesCardTest {

    @Test
    void canonicalJson_ofThePresets() {
        assertThat(Script.FAIR.canonicalJson())
                .isEqualTo("{\"cap\":{\"max\":1,\"slot\":\"PT1H\"},\"credit\":{\"within\":\"PT24H\"},"
                        + "\"freeze\":{\"lasts\":\"PT1H\",\"pings\":30,\"within\":\"PT10M\"},"
                        + "\"network\":{\"max\":300,\"slot\":\"PT1H\"},\"preset\":\"fair-48h\","
                        + "\"repeat\":{\"mode\":\"first_touch\",\"within\":\"PT30S\"},"
                        + "\"robots\":\"crawler-user-agents 1.60.0\",\"score\":{\"share\":0,\"view\":1}}");
        assertThat(Script.COUNTER.canonicalJson())
                .isEqualTo(
                        "{\"cap\":null,\"credit\":{\"within\":\"PT24H\"},\"freeze\":null,\"network\":null,\"preset\":\"counter-5.1\","
                                + "\"repeat\":{\"mode\":\"chain\",\"within\":\"PT30S\"},"
                                + "\"robots\":\"crawler-user-agents 1.60.0\",\"score\":{\"share\":0,\"view\":1}}");
        assertThat(Script.DAILY.canonicalJson())
                .isEqualTo(Script.FAIR
                        .canonicalJson()
                        .replace("\"max\":1,\"slot\":\"PT1H\"", "\"max\":1,\"slot\":\"PT24H\"")
                        .replace("fair-48h", "one-per-day"));
        assertThat(Script.RAW.canonicalJson())
                .isEqualTo(
                        "{\"cap\":null,\"credit\":{\"within\":\"PT24H\"},\"freeze\":null,\"network\":null,\"preset\":\"raw\",\"repeat\":null,"
                                + "\"robots\":\"crawler-user-agents 1.60.0\",\"score\":{\"share\":0,\"view\":1}}");
    }

    /** Hashes that were pinned before there was credit still hold. */
    @Test
    void canonicalJson_leavesOutCreditThatIsOff() {
        assertThat(Script.only(null, null, null, null).canonicalJson())
                .isEqualTo("{\"cap\":null,\"freeze\":null,\"network\":null,\"preset\":\"raw\",\"repeat\":null,"
                        + "\"robots\":\"crawler-user-agents 1.60.0\",\"score\":{\"share\":0,\"view\":1}}");
    }

    @Test
    void canonicalJson_tellsWhatBeingBroughtIsWorth() {
        RulesCard card = new RulesCard("raw", null, null, null, null, new Credit(1_000), new Score(1, 2, 3), "list 1");

        assertThat(card.canonicalJson())
                .contains("\"credit\":{\"within\":\"PT1S\"}", "\"score\":{\"brought\":3,\"share\":2,\"view\":1}");
    }

    @Test
    void canonicalJson_escapesAsRfc8785() {
        RulesCard card = Preset.RAW.card("\"\\/ \b\t\n\f\r\u0001\u007f\u20ac\ud83d\ude00");

        assertThat(card.canonicalJson())
                .contains("\"robots\":\"\\\"\\\\/ \\b\\t\\n\\f\\r\\u0001\u007f\u20ac\ud83d\ude00\",\"score\"");
    }

    @Test
    void canonicalJson_refusesLoneSurrogates() {
        assertThatIllegalArgumentException()
                .isThrownBy(Preset.RAW.card("\ud83d")::canonicalJson)
                .withMessageContaining("surrogate");
    }

    @Test
    void canonicalJson_writesDurationsOfWholeMilliseconds() {
        RulesCard card = Script.only(
                new Repeat(RepeatMode.CHAIN, 1), new Cap(90_061_001, 2), new Freeze(3, 1_500, 60_000), null);

        assertThat(card.canonicalJson())
                .contains("\"within\":\"PT0.001S\"}", "\"PT25H1M1.001S\"", "\"PT1.5S\"", "\"PT1M\"");
    }

    /** Computed with {@code sha256sum}. */
    @Test
    void hash_isSha256OfTheCanonicalJson() {
        assertThat(Script.FAIR.hash()).isEqualTo("06c71145c7d9296d87cb8abbff48cb354fdf90c5379f8e18679ac840a68f9b6f");
        assertThat(Script.RAW.hash()).isEqualTo("968f2e57154b9f94bd41e2dc8c88668cc986807762d8ee0d4486b4e9ff51432d");
    }

    @Test
    void parts_refuseWhatIsOutOfRange() {
        refused("repeat.within", () -> new Repeat(RepeatMode.CHAIN, 0));
        refused("cap.slot", () -> new Cap(0, 1));
        refused("cap.slot", () -> new Cap(CardMember.MAX_DURATION_MILLIS + 1, 1));
        refused("cap.max", () -> new Cap(1, 0));
        refused("cap.max", () -> new Cap(1, 1_000_001));
        refused("freeze.pings", () -> new Freeze(0, 1, 1));
        refused("freeze.pings", () -> new Freeze(1_001, 1, 1));
        refused("freeze.within", () -> new Freeze(1, 0, 1));
        refused("freeze.lasts", () -> new Freeze(1, 1, -1));
        refused("network.slot", () -> new Network(0, 1));
        refused("network.max", () -> new Network(1, 0));
        refused("network.max", () -> new Network(1, 1_000_001));
        refused("score.view", () -> new Score(-1, 0));
        refused("score.share", () -> new Score(0, 1_001));
        refused("score.brought", () -> new Score(0, 0, 1_001));
        refused("credit.within", () -> new Credit(0));
        refused("preset", () -> new RulesCard("fair", null, null, null, null, null, new Score(1, 0), "list 1"));
        refused("robots", () -> Preset.RAW.card(" "));
    }

    @Test
    void parts_acceptTheirRanges() {
        assertThat(new Cap(CardMember.MAX_DURATION_MILLIS, 1_000_000).max()).isEqualTo(1_000_000);
        assertThat(new Network(1, 1).max()).isEqualTo(1);
        assertThat(new Freeze(1_000, 1, 1).pings()).isEqualTo(1_000);
        assertThat(new Score(0, 1_000).of(Kind.SHARE)).isEqualTo(1_000);
    }

    private static void refused(String part, ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessageStartingWith(part + ": ");
    }

    @Test
    void names_readBack() {
        for (Preset preset : Preset.values()) {
            assertThat(Preset.ofJsonName(preset.jsonName())).contains(preset);
        }
        for (RepeatMode mode : RepeatMode.values()) {
            assertThat(RepeatMode.ofJsonName(mode.jsonName())).contains(mode);
        }
        assertThat(Preset.ofJsonName("FAIR-48H")).isEmpty();
        assertThat(RepeatMode.ofJsonName("FIRST_TOUCH")).isEmpty();
    }
}
