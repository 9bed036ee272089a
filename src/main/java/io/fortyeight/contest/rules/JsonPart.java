package io.fortyeight.contest.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.core.counting.CardMember;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.web.form.ViolationMessages;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.form.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One object of a rules card, read member by member; what is wrong goes to {@code violations} under its path. */
record JsonPart(String path, ObjectNode object, Duration windowLength, Violations violations) {

    void refuseUnknown(Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violations.add(path + "." + name, messages -> messages.unknownMember(list(known)));
            }
        });
    }

    /** The part called {@code name}: as {@code read} when given, null when switched off, else {@code kept}. */
    <T> @Nullable T part(String name, @Nullable T kept, Function<JsonPart, T> read) {
        var part = object.get(name);
        if (part == null) {
            return kept;
        }
        if (part.isNull()) {
            return null;
        }
        if (part instanceof ObjectNode given) {
            return read.apply(new JsonPart(path + "." + name, given, windowLength, violations));
        }
        violations.add(path + "." + name, ViolationMessages::objectOrNull);
        return kept;
    }

    /** This object as a part of the card. What is wrong is replaced by something that is not. */
    <P extends RulesCard.Part> P read(Class<P> type) {
        var members = CardMember.of(type);
        refuseUnknown(members.stream().map(CardMember::name).collect(Collectors.toUnmodifiableSet()));
        var values = new HashMap<String, Object>();
        members.forEach(member -> values.put(member.name(), value(member)));
        return CardMember.make(type, values);
    }

    private Object value(CardMember member) {
        return switch (member.kind()) {
            case DURATION -> millis(member.name());
            case COUNT ->
                member.isLeftOut() && !object.has(member.name()) ? 0 : count(member.name(), member.min(), member.max());
            case CHOICE ->
                Objects.requireNonNullElse(
                        choice(member.name(), Set.copyOf(member.choices())),
                        member.choices().get(0));
        };
    }

    /** Null when it is none of {@code choices}. */
    @Nullable
    String choice(String name, Set<String> choices) {
        var value = object.get(name);
        if (value != null && value.isTextual() && choices.contains(value.textValue())) {
            return value.textValue();
        }
        violations.add(path + "." + name, messages -> messages.oneOf(list(choices)));
        return null;
    }

    private int count(String name, int min, int max) {
        var value = object.get(name);
        if (value != null
                && value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= min
                && value.intValue() <= max) {
            return value.intValue();
        }
        violations.add(path + "." + name, messages -> messages.wholeNumber(min, max));
        return min;
    }

    /** A duration in whole milliseconds, floored. */
    private long millis(String name) {
        var value = object.get(name);
        var duration = value == null || !value.isTextual() ? null : parsed(value);
        if (duration != null && duration.compareTo(windowLength) <= 0 && duration.toMillis() >= 1) {
            return duration.toMillis();
        }
        violations.add(
                path + "." + name,
                ViolationMessages.class,
                messages -> messages.durationInWindow(windowLength.toString()),
                Wording.of(
                        ViolationMessages.class,
                        (messages, format) -> messages.fitsWindow(format.span(1), format.span(windowLength))));
        return 1;
    }

    private static @Nullable Duration parsed(JsonNode value) {
        try {
            var duration = Duration.parse(value.textValue());
            return duration.isNegative() ? null : duration;
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static String list(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
