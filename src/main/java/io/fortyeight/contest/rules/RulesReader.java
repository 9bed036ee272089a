package io.fortyeight.contest.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.core.counting.Preset;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.RulesCard.Cap;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.RulesCard.Freeze;
import io.fortyeight.core.counting.RulesCard.Network;
import io.fortyeight.core.counting.RulesCard.Repeat;
import io.fortyeight.core.counting.RulesCard.RepeatMode;
import io.fortyeight.core.counting.RulesCard.Score;
import io.fortyeight.web.http.Violations;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rules card as organizers write it: a preset, and parts that replace the preset's.
 *
 * <p>A part that is given must be complete, and null switches it off. Durations go from 1 ms to the window's length;
 * the presets' own are exempt, so that short rehearsals can use them.
 */
public final class RulesReader {

    private static final Set<String> MEMBERS =
            Set.of("preset", "repeat", "cap", "freeze", "network", "credit", "score");
    private static final String DEFAULT_PRESET = Preset.FAIR_48H.jsonName();
    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_FREEZE_PINGS = 1_000;
    private static final int MAX_WEIGHT = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ENDLESS = Duration.ofMillis(Long.MAX_VALUE);

    private RulesReader() {}

    /**
     * A whole card. Absent or null rules are the default preset.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400, naming each wrong member, such as {@code rules.cap.max}
     */
    public static RulesCard read(@Nullable JsonNode rules, Duration windowLength, String robots) {
        var violations = new Violations();
        var card = read(null, rules, windowLength, robots, violations);
        violations.throwIfAny();
        return card;
    }

    /**
     * What {@code rules} make of {@code current}: given parts replace its, and a given preset replaces it as a whole.
     * Parts that are kept must still fit into the window.
     *
     * @param current null when there is no card yet
     */
    public static RulesCard read(
            @Nullable RulesCard current,
            @Nullable JsonNode rules,
            Duration windowLength,
            String robots,
            Violations violations) {
        var base = current == null || (rules != null && (rules.isNull() || rules.has("preset")))
                ? preset(DEFAULT_PRESET).card(robots)
                : withRobots(current, robots);
        if (rules == null || rules.isNull()) {
            checkKept(base, windowLength, violations);
            return base;
        }
        if (!(rules instanceof ObjectNode given)) {
            violations.add("rules", "must be a JSON object");
            return base;
        }
        var reader = new JsonPart("rules", given, windowLength, violations);
        reader.refuseUnknown(MEMBERS);
        if (given.has("preset")) {
            var name = reader.choice("preset", presetNames());
            base = preset(name == null ? DEFAULT_PRESET : name).card(robots);
        }
        var kept = base;
        var score = reader.part("score", kept.score(), RulesReader::score);
        if (score == null) {
            violations.add("rules.score", "can't be switched off");
            score = kept.score();
        }
        checkKept(without(kept, given), windowLength, violations);
        return new RulesCard(
                kept.preset(),
                reader.part("repeat", kept.repeat(), RulesReader::repeat),
                reader.part("cap", kept.cap(), RulesReader::cap),
                reader.part("freeze", kept.freeze(), RulesReader::freeze),
                reader.part("network", kept.network(), RulesReader::network),
                reader.part("credit", kept.credit(), RulesReader::credit),
                score,
                robots);
    }

    /** The card of a contest's row: its canonical JSON. */
    public static RulesCard stored(String canonicalJson) {
        try {
            var card = (ObjectNode) JSON.readTree(canonicalJson);
            var robots = card.remove("robots").textValue();
            if (!card.has("credit")) {
                // Switched off, whatever the preset says today.
                card.putNull("credit");
            }
            return read(card, ENDLESS, robots);
        } catch (JsonProcessingException | RuntimeException failure) {
            throw new IllegalStateException("A stored rules card can't be read: " + canonicalJson, failure);
        }
    }

    public static RulesCard withRobots(RulesCard card, String robots) {
        return new RulesCard(
                card.preset(),
                card.repeat(),
                card.cap(),
                card.freeze(),
                card.network(),
                card.credit(),
                card.score(),
                robots);
    }

    private static Repeat repeat(JsonPart part) {
        part.refuseUnknown(Set.of("mode", "within"));
        var modes = Arrays.stream(RepeatMode.values())
                .collect(Collectors.toMap(mode -> mode.name().toLowerCase(Locale.ROOT), Function.identity()));
        var mode = part.choice("mode", modes.keySet());
        return new Repeat(
                mode == null ? RepeatMode.FIRST_TOUCH : Objects.requireNonNull(modes.get(mode)), part.millis("within"));
    }

    private static Cap cap(JsonPart part) {
        part.refuseUnknown(Set.of("slot", "max"));
        return new Cap(part.millis("slot"), part.count("max", 1, MAX_COUNT));
    }

    private static Freeze freeze(JsonPart part) {
        part.refuseUnknown(Set.of("pings", "within", "lasts"));
        return new Freeze(part.count("pings", 1, MAX_FREEZE_PINGS), part.millis("within"), part.millis("lasts"));
    }

    private static Network network(JsonPart part) {
        part.refuseUnknown(Set.of("slot", "max"));
        return new Network(part.millis("slot"), part.count("max", 1, MAX_COUNT));
    }

    private static Credit credit(JsonPart part) {
        part.refuseUnknown(Set.of("within"));
        return new Credit(part.millis("within"));
    }

    /** A score from before shares could bring something has no {@code brought}. */
    private static Score score(JsonPart part) {
        part.refuseUnknown(Set.of("view", "share", "brought"));
        return new Score(
                part.count("view", 0, MAX_WEIGHT),
                part.count("share", 0, MAX_WEIGHT),
                part.object().has("brought") ? part.count("brought", 0, MAX_WEIGHT) : 0);
    }

    private static RulesCard without(RulesCard card, ObjectNode given) {
        return new RulesCard(
                card.preset(),
                given.has("repeat") ? null : card.repeat(),
                given.has("cap") ? null : card.cap(),
                given.has("freeze") ? null : card.freeze(),
                given.has("network") ? null : card.network(),
                given.has("credit") ? null : card.credit(),
                card.score(),
                card.robots());
    }

    private static void checkKept(RulesCard card, Duration windowLength, Violations violations) {
        var own = preset(card.preset()).card(card.robots());
        var repeat = card.repeat();
        if (repeat != null && !repeat.equals(own.repeat())) {
            checkKept("rules.repeat.within", repeat.withinMillis(), windowLength, violations);
        }
        var cap = card.cap();
        if (cap != null && !cap.equals(own.cap())) {
            checkKept("rules.cap.slot", cap.slotMillis(), windowLength, violations);
        }
        var freeze = card.freeze();
        if (freeze != null && !freeze.equals(own.freeze())) {
            checkKept("rules.freeze.within", freeze.withinMillis(), windowLength, violations);
            checkKept("rules.freeze.lasts", freeze.lastsMillis(), windowLength, violations);
        }
        var network = card.network();
        if (network != null && !network.equals(own.network())) {
            checkKept("rules.network.slot", network.slotMillis(), windowLength, violations);
        }
        var credit = card.credit();
        if (credit != null && !credit.equals(own.credit())) {
            checkKept("rules.credit.within", credit.withinMillis(), windowLength, violations);
        }
    }

    private static void checkKept(String field, long millis, Duration windowLength, Violations violations) {
        if (millis > windowLength.toMillis()) {
            violations.add(
                    field, "is " + Duration.ofMillis(millis) + ", longer than the window (" + windowLength + ")");
        }
    }

    private static Set<String> presetNames() {
        return Arrays.stream(Preset.values()).map(Preset::jsonName).collect(Collectors.toUnmodifiableSet());
    }

    private static Preset preset(String name) {
        return Preset.ofJsonName(name).orElseThrow();
    }
}
