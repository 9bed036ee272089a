package io.fortyeight.site.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final String OWN = "own";
    private static final String ON = "on";
    private static final String NO_ROBOTS = "none";

    private RulesForm() {}

    /** The fields of a card. */
    static Map<String, String> fields(RulesCard card) {
        var fields = new HashMap<>(parts(card));
        var plain = Preset.ofJsonName(card.preset()).orElseThrow().card(card.robots());
        var isPlain = parts(plain).equals(parts(card));
        fields.put(HOW, isPlain ? BY_PRESET : OWN);
        fields.put(PRESET, card.preset());
        fields.put("rules.score.view", Integer.toString(card.score().view()));
        fields.put("rules.score.share", Integer.toString(card.score().share()));
        fields.put("rules.score.brought", Integer.toString(card.score().brought()));
        return fields;
    }

    /** What was typed, where a preset was chosen with that preset's parts. */
    static Map<String, String> filled(Map<String, String> typed) {
        var preset = Preset.ofJsonName(typed.getOrDefault(PRESET, ""));
        if (preset.isEmpty() || !isByPreset(typed)) {
            return typed;
        }
        var filled = new HashMap<>(typed);
        filled.keySet().removeIf(field -> field.matches("rules\\.(repeat|cap|freeze|network|credit).*"));
        filled.putAll(parts(preset.get().card(NO_ROBOTS)));
        return filled;
    }

    private static boolean isByPreset(Map<String, String> typed) {
        return !OWN.equals(typed.get(HOW));
    }

    private static Map<String, String> parts(RulesCard card) {
        var fields = new HashMap<String, String>();
        var repeat = card.repeat();
        if (repeat != null) {
            fields.put("rules.repeat", ON);
            fields.put("rules.repeat.mode", repeat.mode().jsonName());
            put(fields, "rules.repeat.within", repeat.withinMillis());
        }
        var cap = card.cap();
        if (cap != null) {
            fields.put("rules.cap", ON);
            fields.put("rules.cap.max", Integer.toString(cap.max()));
            put(fields, "rules.cap.slot", cap.slotMillis());
        }
        var freeze = card.freeze();
        if (freeze != null) {
            fields.put("rules.freeze", ON);
            fields.put("rules.freeze.pings", Integer.toString(freeze.pings()));
            put(fields, "rules.freeze.within", freeze.withinMillis());
            put(fields, "rules.freeze.lasts", freeze.lastsMillis());
        }
        var network = card.network();
        if (network != null) {
            fields.put("rules.network", ON);
            fields.put("rules.network.max", Integer.toString(network.max()));
            put(fields, "rules.network.slot", network.slotMillis());
        }
        var credit = card.credit();
        if (credit != null) {
            fields.put("rules.credit", ON);
            put(fields, "rules.credit.within", credit.withinMillis());
        }
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
        if (!isByPreset(typed)) {
            part(rules, typed, "repeat", repeat -> {
                repeat.put("mode", typed.getOrDefault("rules.repeat.mode", ""));
                repeat.put("within", span(typed, "rules.repeat.within"));
            });
            part(rules, typed, "cap", cap -> {
                cap.put("slot", span(typed, "rules.cap.slot"));
                cap.set("max", number(typed.get("rules.cap.max")));
            });
            part(rules, typed, "freeze", freeze -> {
                freeze.set("pings", number(typed.get("rules.freeze.pings")));
                freeze.put("within", span(typed, "rules.freeze.within"));
                freeze.put("lasts", span(typed, "rules.freeze.lasts"));
            });
            part(rules, typed, "network", network -> {
                network.put("slot", span(typed, "rules.network.slot"));
                network.set("max", number(typed.get("rules.network.max")));
            });
            part(rules, typed, "credit", credit -> credit.put("within", span(typed, "rules.credit.within")));
        }
        rules.putObject("score")
                .<ObjectNode>set("view", number(typed.get("rules.score.view")))
                .<ObjectNode>set("share", number(typed.get("rules.score.share")))
                .set("brought", number(typed.getOrDefault("rules.score.brought", "0")));
        return rules;
    }

    private interface Filling {
        void fill(ObjectNode part);
    }

    private static void part(ObjectNode rules, Map<String, String> typed, String name, Filling filling) {
        if (typed.containsKey("rules." + name)) {
            filling.fill(rules.putObject(name));
        } else {
            rules.putNull(name);
        }
    }

    private static @Nullable String span(Map<String, String> typed, String name) {
        return new SpanField(typed.getOrDefault(name + ".amount", ""), typed.getOrDefault(name + ".unit", "s")).text();
    }

    private static JsonNode number(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        return text.matches("-?\\d{1,9}")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                : JsonNodeFactory.instance.textNode(text);
    }
}
