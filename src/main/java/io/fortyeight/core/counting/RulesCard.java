package io.fortyeight.core.counting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The published counting rules of a contest, as data. A part that is null is switched off.
 *
 * <p>Every part refuses values out of its range with an {@link IllegalArgumentException} that names it as the API does,
 * for instance {@code cap.max}. Durations are whole milliseconds, from 1 to {@link #MAX_DURATION_MILLIS}.
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
        @Nullable Credit credit,
        Score score,
        String robots) {

    /** A hundred years: far beyond any window, and no sum of an instant and a duration can overflow. */
    public static final long MAX_DURATION_MILLIS = Duration.ofDays(36_525).toMillis();

    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_FREEZE_PINGS = 1_000;
    private static final int MAX_WEIGHT = 1_000;

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
    public record Repeat(RepeatMode mode, long withinMillis) {
        public Repeat {
            requireDuration("repeat.within", withinMillis);
        }
    }

    /** Rule 6: at most {@code max} counted pings of a visitor on an item in a slot. */
    public record Cap(long slotMillis, int max) {
        public Cap {
            requireDuration("cap.slot", slotMillis);
            requireRange("cap.max", max, 1, MAX_COUNT);
        }
    }

    /** Rules 3 and 4: more than {@code pings} within {@code withinMillis} freeze a visitor for {@code lastsMillis}. */
    public record Freeze(int pings, long withinMillis, long lastsMillis) {
        public Freeze {
            requireRange("freeze.pings", pings, 1, MAX_FREEZE_PINGS);
            requireDuration("freeze.within", withinMillis);
            requireDuration("freeze.lasts", lastsMillis);
        }
    }

    /** Rule 7: at most {@code max} counted pings of a network for a campaign and kind in a slot. */
    public record Network(long slotMillis, int max) {
        public Network {
            requireDuration("network.slot", slotMillis);
            requireRange("network.max", max, 1, MAX_COUNT);
        }
    }

    /** For how long after a visitor followed a share link views are credited to it. Judges nothing. */
    public record Credit(long withinMillis) {
        public Credit {
            requireDuration("credit.within", withinMillis);
        }
    }

    /**
     * What a counted ping is worth.
     *
     * @param brought on top for a view that is credited to a share link
     */
    public record Score(int view, int share, int brought) {
        public Score {
            requireRange("score.view", view, 0, MAX_WEIGHT);
            requireRange("score.share", share, 0, MAX_WEIGHT);
            requireRange("score.brought", brought, 0, MAX_WEIGHT);
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

    private static void requireDuration(String part, long millis) {
        if (millis < 1 || millis > MAX_DURATION_MILLIS) {
            throw new IllegalArgumentException(
                    part + ": must be from 1 to " + MAX_DURATION_MILLIS + " milliseconds, not " + millis);
        }
    }

    private static void requireRange(String part, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(part + ": must be from " + min + " to " + max + ", not " + value);
        }
    }
}
