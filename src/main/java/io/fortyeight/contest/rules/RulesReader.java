package io.fortyeight.contest.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.core.counting.CardMember;
import io.fortyeight.core.counting.Preset;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.RulesCard.Part;
import io.fortyeight.web.form.ViolationMessages;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.form.Wording;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rules card as organizers write it: a preset, and parts that replace the preset's.
 *
 * <p>A part that is given must be complete, and null switches it off. Durations go from 1 ms to the window's length;
 * the presets' own are exempt, so that short rehearsals can use them.
 */
public final class RulesReader {

    private static final String SCORE = "score";
    private static final Set<String> MEMBERS = Stream.concat(
                    Stream.of("preset"), RulesCard.partTypes().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final String DEFAULT_PRESET = Preset.FAIR_48H.jsonName();
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
        var start = current == null || (rules != null && (rules.isNull() || rules.has("preset")))
                ? preset(DEFAULT_PRESET).card(robots)
                : current.withRobots(robots);
        if (rules == null || rules.isNull()) {
            checkKept(start, windowLength, violations);
            return start;
        }
        if (!(rules instanceof ObjectNode given)) {
            violations.add("rules", ViolationMessages::object);
            return start;
        }
        var reader = new JsonPart("rules", given, windowLength, violations);
        reader.refuseUnknown(MEMBERS);
        var base = given.has("preset")
                ? preset(Objects.requireNonNullElse(reader.choice("preset", presetNames()), DEFAULT_PRESET))
                        .card(robots)
                : start;
        var parts = base.parts();
        if (given.path(SCORE).isNull()) {
            violations.add("rules.score", ViolationMessages::alwaysOn);
        } else {
            read(reader, SCORE, RulesCard.Score.class, parts);
        }
        var kept = base.parts();
        given.fieldNames().forEachRemaining(name -> kept.replace(name, name.equals(SCORE) ? base.score() : null));
        checkKept(base.with(kept), windowLength, violations);
        RulesCard.partTypes().forEach((name, type) -> {
            if (!name.equals(SCORE)) {
                read(reader, name, type, parts);
            }
        });
        return base.with(parts);
    }

    private static <P extends Part> void read(
            JsonPart reader, String name, Class<P> type, Map<String, @Nullable Part> parts) {
        var kept = type.cast(parts.get(name));
        parts.put(name, reader.part(name, kept, part -> part.read(type)));
    }

    /** The card as JSON, as its canonical form has it. */
    public static ObjectNode json(RulesCard card) {
        try {
            return (ObjectNode) JSON.readTree(card.canonicalJson());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The card of a contest's row: its canonical JSON. */
    public static RulesCard stored(String canonicalJson) {
        try {
            var card = (ObjectNode) JSON.readTree(canonicalJson);
            var robots = card.remove("robots").textValue();
            for (var part : RulesCard.partTypes().keySet()) {
                if (!card.has(part)) {
                    // Switched off, whatever the preset says today.
                    card.putNull(part);
                }
            }
            return read(card, ENDLESS, robots);
        } catch (JsonProcessingException | RuntimeException failure) {
            throw new IllegalStateException("A stored rules card can't be read: " + canonicalJson, failure);
        }
    }

    private static void checkKept(RulesCard card, Duration windowLength, Violations violations) {
        var own = preset(card.preset()).card(card.robots()).parts();
        card.parts().forEach((name, part) -> {
            if (part != null && !part.equals(own.get(name))) {
                for (var member : CardMember.of(part.getClass())) {
                    if (member.kind() == CardMember.Kind.DURATION) {
                        var millis = (Long) member.value(part);
                        checkKept("rules." + name + "." + member.name(), millis, windowLength, violations);
                    }
                }
            }
        });
    }

    private static void checkKept(String field, long millis, Duration windowLength, Violations violations) {
        if (millis > windowLength.toMillis()) {
            var span = Duration.ofMillis(millis);
            violations.add(
                    field,
                    ViolationMessages.class,
                    messages -> messages.longerThanWindow(span.toString(), windowLength.toString()),
                    Wording.of(
                            ViolationMessages.class,
                            (messages, format) ->
                                    messages.longerThanWindow(format.span(span), format.span(windowLength))));
        }
    }

    private static Set<String> presetNames() {
        return Arrays.stream(Preset.values()).map(Preset::jsonName).collect(Collectors.toUnmodifiableSet());
    }

    private static Preset preset(String name) {
        return Preset.ofJsonName(name).orElseThrow();
    }
}
