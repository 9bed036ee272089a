package io.fortyeight.counting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The published counting rules of a contest, as data. A part that is null is switched off.
 *
 * @param preset the preset that the card was made from, by its public name
 * @param robots name and version of the robots list, for instance {@code crawler-user-agents 1.60.0}
 */
public record RulesCard(
        String preset,
        @Nullable Repeat repeat,
        @Nullable Cap cap,
        @Nullable Freeze freeze,
        @Nullable Network network,
        Score score,
        String robots) {

    public String canonicalJson() {
        return "{\"cap\":"
                + (cap == null ? "null" : "{\"max\":" + cap.max() + ",\"slot\":" + text(cap.slotMillis()) + "}")
                + ",\"freeze\":"
                + (freeze == null
                        ? "null"
                        : "{\"lasts\":" + text(freeze.lastsMillis()) + ",\"pings\":" + freeze.pings() + ",\"within\":"
                                + text(freeze.withinMillis()) + "}")
                + ",\"network\":"
                + (network == null
                        ? "null"
                        : "{\"max\":" + network.max() + ",\"slot\":" + text(network.slotMillis()) + "}")
                + ",\"preset\":\"" + preset + "\",\"repeat\":"
                + (repeat == null
                        ? "null"
                        : "{\"mode\":\"" + repeat.mode().name().toLowerCase(Locale.ROOT) + "\",\"within\":"
                                + text(repeat.withinMillis()) + "}")
                + ",\"robots\":\"" + robots + "\",\"score\":{\"share\":" + score.share() + ",\"view\":" + score.view()
                + "}}";
    }

    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(canonicalJson().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String text(long millis) {
        return '"' + Duration.ofMillis(millis).toString() + '"';
    }

    /** Rule 5: which earlier ping a repeat is measured from. */
    public enum RepeatMode {
        /** From the visitor's last counted ping on the item. */
        FIRST_TOUCH,
        /** From the visitor's last counted or repeated ping on the item. */
        CHAIN
    }

    /** Rule 5. */
    public record Repeat(RepeatMode mode, long withinMillis) {}

    /** Rule 6: at most {@code max} counted pings of a visitor on an item in a slot. */
    public record Cap(long slotMillis, int max) {}

    /** Rules 3 and 4: more than {@code pings} within {@code withinMillis} freeze a visitor for {@code lastsMillis}. */
    public record Freeze(int pings, long withinMillis, long lastsMillis) {}

    /** Rule 7: at most {@code max} counted pings of a network for a campaign and kind in a slot. */
    public record Network(long slotMillis, int max) {}

    /** What a counted ping is worth. */
    public record Score(int view, int share) {
        public int of(Kind kind) {
            return kind == Kind.VIEW ? view : share;
        }
    }
}
