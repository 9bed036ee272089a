package io.fortyeight.site.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortyeight.core.counting.CardMember;
import io.fortyeight.core.counting.Preset;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.SpanField;
import io.fortyeight.web.form.Wording;
import io.fortyeight.web.page.CommonMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

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

    static FormFields<DeskMessages> declared(FormFields<DeskMessages> fields) {
        return fields.field(PRESET, DeskMessages::rulesPreset)
                .alias("rules", PRESET)
                .within(DeskMessages::ruleFreeze)
                .field("rules.freeze.pings", DeskMessages::ruleFreezePings)
                .field("rules.freeze.within", DeskMessages::ruleFreezeWithin)
                .field("rules.freeze.lasts", DeskMessages::ruleFreezeLasts)
                .within(DeskMessages::ruleRepeat)
                .field("rules.repeat.within", DeskMessages::ruleRepeatWithin)
                .field("rules.repeat.mode", DeskMessages::ruleRepeatMode)
                .within(DeskMessages::ruleCap)
                .field("rules.cap.max", DeskMessages::ruleCapMax)
                .field("rules.cap.slot", DeskMessages::ruleSlot)
                .within(DeskMessages::ruleNetwork)
                .field("rules.network.max", DeskMessages::ruleCapMax)
                .field("rules.network.slot", DeskMessages::ruleSlot)
                .within(DeskMessages::ruleCredit)
                .field("rules.credit.within", DeskMessages::ruleCreditWithin)
                .within(Wording.of(CommonMessages.class, CommonMessages::score))
                .field("rules.score.view", DeskMessages::ruleScoreView)
                .field("rules.score.share", DeskMessages::ruleScoreShare)
                .field("rules.score.brought", DeskMessages::ruleScoreBrought);
    }

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
                        SpanField.put(fields, field, Duration.ofMillis((Long) member.value(part)));
                    } else {
                        fields.put(field, member.text(part));
                    }
                }
            }
        });
        return fields;
    }

    /** The card in JSON, as the API takes it; what is wrong in it the API says. */
    static JsonNode json(Form form) {
        var typed = form.typed();
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
                case DURATION -> part.put(member.name(), SpanField.text(typed, field));
                case COUNT -> part.set(member.name(), number(typed.getOrDefault(field, member.isLeftOut() ? "0" : "")));
                case CHOICE -> part.put(member.name(), typed.getOrDefault(field, ""));
            }
        }
        return part;
    }

    private static JsonNode number(String typed) {
        var text = typed.strip();
        return text.matches("-?\\d{1,9}")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                : JsonNodeFactory.instance.textNode(text);
    }
}
