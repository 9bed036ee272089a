package io.fortyeight.counting;

import io.fortyeight.counting.RulesCard.Cap;
import io.fortyeight.counting.RulesCard.Freeze;
import io.fortyeight.counting.RulesCard.Network;
import io.fortyeight.counting.RulesCard.Repeat;
import io.fortyeight.counting.RulesCard.RepeatMode;
import io.fortyeight.counting.RulesCard.Score;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules cards that a contest can start from. */
public enum Preset {
    FAIR_48H("fair-48h", first(), new Cap(3_600_000, 1), freeze(), network()),
    COUNTER_5_1("counter-5.1", new Repeat(RepeatMode.CHAIN, 30_000), null, null, null),
    ONE_PER_DAY("one-per-day", first(), new Cap(86_400_000, 1), freeze(), network()),
    RAW("raw", null, null, null, null);

    private final String wire;
    private final @Nullable Repeat repeat;
    private final @Nullable Cap cap;
    private final @Nullable Freeze freeze;
    private final @Nullable Network network;

    Preset(
            String wire,
            @Nullable Repeat repeat,
            @Nullable Cap cap,
            @Nullable Freeze freeze,
            @Nullable Network network) {
        this.wire = wire.toLowerCase(Locale.ROOT);
        this.repeat = repeat;
        this.cap = cap;
        this.freeze = freeze;
        this.network = network;
    }

    public String wire() {
        return wire;
    }

    public static Optional<Preset> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(preset -> preset.wire.equals(wire))
                .findFirst();
    }

    public RulesCard card(String robots) {
        return new RulesCard(wire, repeat, cap, freeze, network, new Score(1, 0), robots);
    }

    private static Repeat first() {
        return new Repeat(RepeatMode.FIRST_TOUCH, 30_000);
    }

    private static Freeze freeze() {
        return new Freeze(30, 600_000, 3_600_000);
    }

    private static Network network() {
        return new Network(3_600_000, 300);
    }
}
