package io.fortyeight.core.counting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A member of a part of the rules card, as its record declares it: the one place that says what the member is called in
 * JSON and which values it may have. A {@code long} that ends in {@code Millis} is a duration, an {@code int} a count
 * within its {@link Range}, an enum a choice.
 *
 * @param name in JSON, for instance {@code within}
 * @param min of a count
 * @param max of a count
 * @param choices of a choice, in lower case; else empty
 * @param isLeftOut whether it is left out of the JSON when it is 0
 */
public record CardMember(
        String name, Kind kind, int min, int max, List<String> choices, boolean isLeftOut, RecordComponent component) {

    public enum Kind {
        DURATION,
        COUNT,
        CHOICE
    }

    /** What a count may be. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Range {
        int min() default 1;

        int max();
    }

    /** Left out of the JSON when it is off or 0: cards from before there was any keep their hash. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface LeftOutWhenOff {}

    /** A hundred years: far beyond any window, and no sum of an instant and a duration can overflow. */
    static final long MAX_DURATION_MILLIS = Duration.ofDays(36_525).toMillis();

    private static final String MILLIS = "Millis";

    private static final ClassValue<List<CardMember>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<CardMember> computeValue(Class<?> part) {
            return Arrays.stream(part.getRecordComponents()).map(CardMember::of).toList();
        }
    };

    /** The members of a part, in the order in which it declares them. */
    public static List<CardMember> of(Class<? extends RulesCard.Part> part) {
        return MEMBERS.get(part);
    }

    private static CardMember of(RecordComponent component) {
        var name = component.getName();
        var isLeftOut = component.isAnnotationPresent(LeftOutWhenOff.class);
        if (component.getType() == long.class && name.endsWith(MILLIS)) {
            return new CardMember(
                    name.substring(0, name.length() - MILLIS.length()),
                    Kind.DURATION,
                    0,
                    0,
                    List.of(),
                    isLeftOut,
                    component);
        }
        var range = component.getAnnotation(Range.class);
        if (component.getType() == int.class && range != null) {
            return new CardMember(name, Kind.COUNT, range.min(), range.max(), List.of(), isLeftOut, component);
        }
        if (component.getType().isEnum()) {
            var choices = Stream.of(component.getType().getEnumConstants())
                    .map(CardMember::jsonName)
                    .toList();
            return new CardMember(name, Kind.CHOICE, 0, 0, choices, isLeftOut, component);
        }
        throw new IllegalStateException("A rules card can't have the member " + component);
    }

    private static String jsonName(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    /** Its value in a part: milliseconds as a {@code Long}, a count as an {@code Integer}, a choice as a {@code String}. */
    public Object value(RulesCard.Part part) {
        try {
            var value = component.getAccessor().invoke(part);
            return kind == Kind.CHOICE ? jsonName(value) : value;
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As it stands in a part, for instance {@code PT30S}. */
    public String text(RulesCard.Part part) {
        var value = value(part);
        return kind == Kind.DURATION ? Duration.ofMillis((Long) value).toString() : value.toString();
    }

    /**
     * Makes a part.
     *
     * @param values of all its members, by name, each as {@link #value} gives it
     * @throws IllegalArgumentException if one is out of range
     */
    public static <P extends RulesCard.Part> P make(Class<P> part, Map<String, Object> values) {
        var members = of(part);
        var arguments = members.stream()
                .map(member -> member.argument(Objects.requireNonNull(values.get(member.name), member.name)))
                .toArray();
        var types = members.stream().map(member -> member.component.getType()).toArray(Class<?>[]::new);
        try {
            return part.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof IllegalArgumentException outOfRange) {
                throw outOfRange;
            }
            throw new IllegalStateException(failure);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object argument(Object value) {
        return kind == Kind.CHOICE
                ? Stream.of(component.getType().getEnumConstants())
                        .filter(constant -> jsonName(constant).equals(value))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(name + ": must be one of " + choices))
                : value;
    }

    /**
     * Checks the values that a part is made of.
     *
     * @param values in the order of its members
     * @throws IllegalArgumentException that names the first one out of range as the API does, for instance {@code cap.max}
     */
    static void check(Class<? extends RulesCard.Part> part, Object... values) {
        var members = of(part);
        for (int i = 0; i < values.length; i++) {
            var member = members.get(i);
            var path = RulesCard.nameOf(part) + "." + member.name;
            if (member.kind == Kind.DURATION) {
                var millis = (Long) values[i];
                if (millis < 1 || millis > MAX_DURATION_MILLIS) {
                    throw new IllegalArgumentException(
                            path + ": must be from 1 to " + MAX_DURATION_MILLIS + " milliseconds, not " + millis);
                }
            } else if (member.kind == Kind.COUNT) {
                var count = (Integer) values[i];
                if (count < member.min || count > member.max) {
                    throw new IllegalArgumentException(
                            path + ": must be from " + member.min + " to " + member.max + ", not " + count);
                }
            }
        }
    }
}
