package io.fortyeight.core.counting;

import io.fortyeight.core.counting.CardMember.LeftOutWhenOff;
import io.fortyeight.core.counting.CardMember.Range;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The published counting rules of a contest, as data. A part that is null is switched off.
 *
 * <p>A part is a {@link Part}: a record whose components are its members. Limits, JSON and forms follow from these records
 * ({@link CardMember}). Every part refuses values out of its range with an {@link IllegalArgumentException} that names it as
 * the API does, for instance {@code cap.max}. Durations are whole milliseconds, from 1 to a hundred years.
 *
 * @param preset the {@link Preset} that the card was made from, by its public name
 * @param robots name and version of the robots list, for instance {@code crawler-user-agents 1.60.0}
 */
public record RulesCard(
        String preset,
        @Nullable Repeat repeat,
        @Nullable Cap cap,
        @Nullable Freeze freeze,
        @Nullable Network network,
        @LeftOutWhenOff @Nullable Credit credit,
        Score score,
        String robots) {

    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_FREEZE_PINGS = 1_000;
    private static final int MAX_WEIGHT = 1_000;

    private static final Map<String, RecordComponent> PARTS = Arrays.stream(RulesCard.class.getRecordComponents())
            .filter(component -> Part.class.isAssignableFrom(component.getType()))
            .collect(Collectors.toMap(
                    RecordComponent::getName, component -> component, (one, other) -> one, LinkedHashMap::new));

    /** A part of a card. */
    public sealed interface Part permits Repeat, Cap, Freeze, Network, Credit, Score {}

    public RulesCard {
        if (Preset.ofJsonName(preset).isEmpty()) {
            throw new IllegalArgumentException("preset: there is no preset " + preset + ", only "
                    + Arrays.stream(Preset.values()).map(Preset::jsonName).toList());
        }
        if (robots.isBlank()) {
            throw new IllegalArgumentException("robots: must name the robots list and its version");
        }
    }

    /** Rule 5: which earlier ping a repeat is measured from. */
    public enum RepeatMode {
        /** From the visitor's last counted ping on the item. */
        FIRST_TOUCH,
        /** From the visitor's last counted or repeated ping on the item. */
        CHAIN;

        private final String jsonName = name().toLowerCase(Locale.ROOT);

        /** The name in JSON: lower case. */
        public String jsonName() {
            return jsonName;
        }

        /** The mode of that name in JSON, if there is one. */
        public static Optional<RepeatMode> ofJsonName(String jsonName) {
            return Arrays.stream(values())
                    .filter(mode -> mode.jsonName.equals(jsonName))
                    .findFirst();
        }
    }

    /** Rule 5. */
    public record Repeat(RepeatMode mode, long withinMillis) implements Part {
        public Repeat {
            CardMember.check(Repeat.class, mode, withinMillis);
        }
    }

    /** Rule 6: at most {@code max} counted pings of a visitor on an item in a slot. */
    public record Cap(
            long slotMillis, @Range(max = MAX_COUNT) int max) implements Part {
        public Cap {
            CardMember.check(Cap.class, slotMillis, max);
        }
    }

    /** Rules 3 and 4: more than {@code pings} within {@code withinMillis} freeze a visitor for {@code lastsMillis}. */
    public record Freeze(@Range(max = MAX_FREEZE_PINGS) int pings, long withinMillis, long lastsMillis)
            implements Part {
        public Freeze {
            CardMember.check(Freeze.class, pings, withinMillis, lastsMillis);
        }
    }

    /** Rule 7: at most {@code max} counted pings of a network for a campaign and kind in a slot. */
    public record Network(
            long slotMillis, @Range(max = MAX_COUNT) int max) implements Part {
        public Network {
            CardMember.check(Network.class, slotMillis, max);
        }
    }

    /** For how long after a visitor followed a share link views are credited to it. Judges nothing. */
    public record Credit(long withinMillis) implements Part {
        public Credit {
            CardMember.check(Credit.class, withinMillis);
        }
    }

    /**
     * What a counted ping is worth.
     *
     * @param brought on top for a view that is credited to a share link
     */
    public record Score(
            @Range(min = 0, max = MAX_WEIGHT) int view,
            @Range(min = 0, max = MAX_WEIGHT) int share,

            @LeftOutWhenOff @Range(min = 0, max = MAX_WEIGHT)
            int brought)
            implements Part {
        public Score {
            CardMember.check(Score.class, view, share, brought);
        }

        /** Being credited is worth nothing. */
        public Score(int view, int share) {
            this(view, share, 0);
        }

        public int of(Kind kind) {
            return kind == Kind.VIEW ? view : share;
        }
    }

    /**
     * The card as it is published, without its hash, in the canonical form of RFC 8785: sorted keys, no white space,
     * parts that are off as {@code null}, durations in ISO-8601. Left out are {@code credit} when it is off and
     * {@code score.brought} when it is 0: a card from before there were any keeps its hash.
     *
     * @throws IllegalArgumentException if {@code robots} isn't well-formed Unicode
     */
    public String canonicalJson() {
        return CardJson.canonical(this);
    }

    /** SHA-256 of the canonical JSON in UTF-8, in lower-case hexadecimal: what a contest pins when its window opens. */
    public String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(canonicalJson().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The parts by name, in the order in which the card declares them; null where one is switched off. */
    public Map<String, @Nullable Part> parts() {
        var parts = new LinkedHashMap<String, @Nullable Part>();
        PARTS.forEach((name, component) -> parts.put(name, part(component)));
        return parts;
    }

    private @Nullable Part part(RecordComponent component) {
        try {
            return (Part) component.getAccessor().invoke(this);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The types of the parts by name, in the same order. */
    public static Map<String, Class<? extends Part>> partTypes() {
        var types = new LinkedHashMap<String, Class<? extends Part>>();
        PARTS.forEach((name, component) -> types.put(name, component.getType().asSubclass(Part.class)));
        return types;
    }

    /** Whether a part that is switched off is left out of the JSON. */
    public static boolean isLeftOutWhenOff(String part) {
        return Objects.requireNonNull(PARTS.get(part)).isAnnotationPresent(LeftOutWhenOff.class);
    }

    static String nameOf(Class<? extends Part> part) {
        return part.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The same preset and robots list with other parts; one that is missing is switched off. */
    public RulesCard with(Map<String, ? extends @Nullable Part> parts) {
        return new RulesCard(
                preset,
                (Repeat) parts.get("repeat"),
                (Cap) parts.get("cap"),
                (Freeze) parts.get("freeze"),
                (Network) parts.get("network"),
                (Credit) parts.get("credit"),
                (Score) Objects.requireNonNull(parts.get("score")),
                robots);
    }

    /** The same card by another robots list. */
    public RulesCard withRobots(String other) {
        return new RulesCard(preset, repeat, cap, freeze, network, credit, score, other);
    }
}
