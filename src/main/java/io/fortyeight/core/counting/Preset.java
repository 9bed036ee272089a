package io.fortyeight.core.counting;

import io.fortyeight.core.counting.RulesCard.Cap;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.RulesCard.Freeze;
import io.fortyeight.core.counting.RulesCard.Network;
import io.fortyeight.core.counting.RulesCard.Repeat;
import io.fortyeight.core.counting.RulesCard.RepeatMode;
import io.fortyeight.core.counting.RulesCard.Score;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules cards that an organizer starts from. Rules 1 and 2 hold under each of them. */
public enum Preset {
    /** The default: one view an hour, a freeze for abnormal refreshing, an allowance for each network. */
    FAIR_48H("fair-48h", Parts.FIRST_TOUCH, new Cap(Parts.HOUR, 1), Parts.FREEZE, Parts.NETWORK),
    /** Double clicks as in the COUNTER Code of Practice 5.1, section 7.2, and nothing else. */
    COUNTER_5_1("counter-5.1", new Repeat(RepeatMode.CHAIN, Parts.HALF_MINUTE), null, null, null),
    ONE_PER_DAY("one-per-day", Parts.FIRST_TOUCH, new Cap(24 * Parts.HOUR, 1), Parts.FREEZE, Parts.NETWORK),
    /** Every ping in the window that is not a robot's. */
    RAW("raw", null, null, null, null);

    private final String jsonName;
    private final @Nullable Repeat repeat;
    private final @Nullable Cap cap;
    private final @Nullable Freeze freeze;
    private final @Nullable Network network;

    Preset(
            String jsonName,
            @Nullable Repeat repeat,
            @Nullable Cap cap,
            @Nullable Freeze freeze,
            @Nullable Network network) {
        this.jsonName = jsonName;
        this.repeat = repeat;
        this.cap = cap;
        this.freeze = freeze;
        this.network = network;
    }

    /** The name in JSON. */
    public String jsonName() {
        return jsonName;
    }

    /** The preset of that name in JSON, if there is one. */
    public static Optional<Preset> ofJsonName(String jsonName) {
        return Arrays.stream(values())
                .filter(preset -> preset.jsonName.equals(jsonName))
                .findFirst();
    }

    /**
     * The preset's card, in which only views score; credit is the same under each.
     *
     * @param robots name and version of the robots list
     */
    public RulesCard card(String robots) {
        return new RulesCard(jsonName, repeat, cap, freeze, network, Parts.CREDIT, new Score(1, 0), robots);
    }

    /** Apart, because an enum's constants can't refer to its own static fields. */
    private static final class Parts {
        static final long HALF_MINUTE = Duration.ofSeconds(30).toMillis();
        static final long HOUR = Duration.ofHours(1).toMillis();
        static final Repeat FIRST_TOUCH = new Repeat(RepeatMode.FIRST_TOUCH, HALF_MINUTE);
        static final Freeze FREEZE = new Freeze(30, Duration.ofMinutes(10).toMillis(), HOUR);
        static final Network NETWORK = new Network(HOUR, 300);
        static final Credit CREDIT = new Credit(24 * HOUR);
    }
}
