package io.fortyeight.core.counting;

import io.fortyeight.core.counting.RulesCard.Cap;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.RulesCard.Freeze;
import io.fortyeight.core.counting.RulesCard.Network;
import io.fortyeight.core.counting.RulesCard.Repeat;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes a rules card as RFC 8785 wants it. By hand, so that the hash hangs on no library's habits. */
final class CardJson {

    private CardJson() {}

    static String canonical(RulesCard card) {
        return "{\"cap\":" + of(card.cap())
                + credit(card.credit())
                + ",\"freeze\":" + of(card.freeze())
                + ",\"network\":" + of(card.network())
                + ",\"preset\":" + quoted(card.preset())
                + ",\"repeat\":" + of(card.repeat())
                + ",\"robots\":" + quoted(card.robots())
                + ",\"score\":{" + brought(card.score().brought())
                + "\"share\":" + card.score().share()
                + ",\"view\":" + card.score().view() + "}}";
    }

    private static String credit(@Nullable Credit credit) {
        return credit == null ? "" : ",\"credit\":{\"within\":" + duration(credit.withinMillis()) + "}";
    }

    private static String brought(int weight) {
        return weight == 0 ? "" : "\"brought\":" + weight + ",";
    }

    private static String of(@Nullable Cap cap) {
        return cap == null ? "null" : "{\"max\":" + cap.max() + ",\"slot\":" + duration(cap.slotMillis()) + "}";
    }

    private static String of(@Nullable Freeze freeze) {
        return freeze == null
                ? "null"
                : "{\"lasts\":" + duration(freeze.lastsMillis()) + ",\"pings\":" + freeze.pings() + ",\"within\":"
                        + duration(freeze.withinMillis()) + "}";
    }

    private static String of(@Nullable Network network) {
        return network == null
                ? "null"
                : "{\"max\":" + network.max() + ",\"slot\":" + duration(network.slotMillis()) + "}";
    }

    private static String of(@Nullable Repeat repeat) {
        return repeat == null
                ? "null"
                : "{\"mode\":" + quoted(repeat.mode().jsonName()) + ",\"within\":" + duration(repeat.withinMillis())
                        + "}";
    }

    private static String duration(long millis) {
        return quoted(Duration.ofMillis(millis).toString());
    }

    /** RFC 8785, 3.2.2.2: short escapes where JSON has them, {@code \\u00xx} for other controls, all else as it is. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (codePoint < ' ') {
                        json.append(String.format("\\u%04x", codePoint));
                    } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                        throw new IllegalArgumentException("Not well-formed Unicode: a lone surrogate");
                    } else {
                        json.appendCodePoint(codePoint);
                    }
                }
            }
        });
        return json.append('"').toString();
    }
}
