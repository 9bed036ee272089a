package io.fortyeight.site.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortyeight.core.counting.CardMember;
import io.fortyeight.core.counting.Preset;
import io.fortyeight.core.counting.RulesCard;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a form that states a rules card. Its fields are named as the API names them, with {@code .amount} and
 * {@code .unit} for durations; a part whose own field, such as {@code rules.cap}, is missing is switched off.
 */
final class RulesForm {

    /** Whether a preset is taken as it is ({@value #BY_PRESET}), or each part is set. */
    static final String HOW = "rules.how";

    static final String BY_PRESET = "preset";
    static final String PRESET = "rules.preset";

    private static final String RULES = "rules.";
    private static final String SCORE = "score";
    private static final String OWN = "own";
    private static final String ON = "on";
    private static final String NO_ROBOTS = "none";

    private RulesForm() {}

    /** The fields of a card. */
    static Map<String, String> fields(RulesCard card) {
        var fields = new HashMap<>(parts(card));
        var plain = Preset.ofJsonName(card.preset()).orElseThrow().card(card.robots());
        var ofPreset = plain.parts();
        ofPreset.put(SCORE, card.score());
        var isPlain = ofPreset.equals(card.parts());
        fields.put(HOW, isPlain ? BY_PRESET : OWN);
        fields.put(PRESET, card.preset());
        return fields;
    }

    /** What was typed, where a preset was chosen with that preset's parts. */
    static Map<String, String> filled(Map<String, String> typed) {
        var preset = Preset.ofJsonName(typed.getOrDefault(PRESET, ""));
        if (preset.isEmpty() || !isByPreset(typed)) {
            return typed;
        }
        var filled = new HashMap<>(typed);
        var parts = parts(preset.get().card(NO_ROBOTS));
        RulesCard.partTypes().keySet().stream()
                .filter(part -> !part.equals(SCORE))
                .forEach(part -> {
                    filled.keySet().removeIf(field -> isOf(part, field));
                    parts.forEach((field, value) -> {
                        if (isOf(part, field)) {
                            filled.put(field, value);
                        }
                    });
                });
        return filled;
    }

    private static boolean isOf(String part, String field) {
        return field.equals(RULES + part) || field.startsWith(RULES + part + ".");
    }

    private static boolean isByPreset(Map<String, String> typed) {
        return !OWN.equals(typed.get(HOW));
    }

    /** Of the parts that are on. */
    private static Map<String, String> parts(RulesCard card) {
        var fields = new HashMap<String, String>();
        card.parts().forEach((name, part) -> {
            if (part != null) {
                if (!name.equals(SCORE)) {
                    fields.put(RULES + name, ON);
                }
                for (var member : CardMember.of(part.getClass())) {
                    var field = RULES + name + "." + member.name();
                    if (member.kind() == CardMember.Kind.DURATION) {
                        put(fields, field, (Long) member.value(part));
                    } else {
                        fields.put(field, member.text(part));
                    }
                }
            }
        });
        return fields;
    }

    private static void put(Map<String, String> fields, String name, long millis) {
        var span = SpanField.of(Duration.ofMillis(millis));
        fields.put(name + ".amount", span.amount());
        fields.put(name + ".unit", span.unit());
    }

    /** The card in JSON, as the API takes it; what is wrong in it the API says. */
    static JsonNode json(Map<String, String> typed) {
        var rules = JsonNodeFactory.instance.objectNode();
        rules.put("preset", typed.getOrDefault(PRESET, ""));
        RulesCard.partTypes().forEach((name, type) -> {
            if (name.equals(SCORE) || !isByPreset(typed)) {
                rules.set(name, part(typed, name, type));
            }
        });
        return rules;
    }

    private static JsonNode part(Map<String, String> typed, String name, Class<? extends RulesCard.Part> type) {
        if (!name.equals(SCORE) && !typed.containsKey(RULES + name)) {
            return JsonNodeFactory.instance.nullNode();
        }
        var part = JsonNodeFactory.instance.objectNode();
        for (var member : CardMember.of(type)) {
            var field = RULES + name + "." + member.name();
            switch (member.kind()) {
                case DURATION -> part.put(member.name(), span(typed, field));
                case COUNT -> part.set(member.name(), number(typed.getOrDefault(field, member.isLeftOut() ? "0" : "")));
                case CHOICE -> part.put(member.name(), typed.getOrDefault(field, ""));
            }
        }
        return part;
    }

    private static @Nullable String span(Map<String, String> typed, String name) {
        return new SpanField(typed.getOrDefault(name + ".amount", ""), typed.getOrDefault(name + ".unit", "s")).text();
    }

    private static JsonNode number(String typed) {
        var text = typed.strip();
        return text.matches("-?\\d{1,9}")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                : JsonNodeFactory.instance.textNode(text);
    }
}
