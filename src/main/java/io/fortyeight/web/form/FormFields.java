package io.fortyeight.web.form;

import io.fortyeight.web.page.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form, by their paths in the API: what people call them. How they look is the template's business.
 *
 * @param <B> the bundle of the labels
 */
public final class FormFields<B> {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");
    private static final String ANY_INDEX = "[]";

    private interface Label {
        String in(Language language, int number);
    }

    private record Declared(
            Label label, @Nullable Wording hint, @Nullable Wording group) {}

    /** A field that a path means. */
    private record Found(String name, Declared declared, int number) {}

    private final Class<B> bundle;
    private final Map<String, Declared> fields = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private @Nullable Wording group;

    private FormFields(Class<B> bundle) {
        this.bundle = bundle;
    }

    public static <B> FormFields<B> in(Class<B> bundle) {
        return new FormFields<>(bundle);
    }

    public FormFields<B> field(String name, Function<B, String> label) {
        return worded(name, Wording.of(bundle, label), null);
    }

    public FormFields<B> field(String name, Function<B, String> label, Function<B, String> hint) {
        return worded(name, Wording.of(bundle, label), Wording.of(bundle, hint));
    }

    /** By texts of another bundle. */
    public FormFields<B> worded(String name, Wording label, @Nullable Wording hint) {
        fields.put(name, new Declared((language, number) -> label.in(language), hint, group));
        return this;
    }

    /**
     * One field of each row.
     *
     * @param name for instance {@code costs[].label}
     * @param label by the number of the row, from 1 on
     */
    public FormFields<B> rows(String name, BiFunction<B, Integer, String> label) {
        fields.put(
                name, new Declared((language, number) -> label.apply(language.messages(bundle), number), null, group));
        return this;
    }

    /** What the fields declared from here on are parts of. Labels that occur twice are told apart by it. */
    public FormFields<B> within(Function<B, String> text) {
        return within(Wording.of(bundle, text));
    }

    public FormFields<B> within(Wording text) {
        group = text;
        return this;
    }

    /** Shows what the API finds wrong at {@code path} beside another field. */
    public FormFields<B> alias(String path, String name) {
        aliases.put(path, name);
        return this;
    }

    /** @param typed by field */
    public Form filled(Map<String, String> typed, Language language) {
        return new Form(this, typed, language);
    }

    public Form empty(Language language) {
        return filled(Map.of(), language);
    }

    String label(String name, Language language) {
        var found = Objects.requireNonNull(find(name), name);
        return found.declared().label().in(language, found.number());
    }

    @Nullable
    String hint(String name, Language language) {
        var hint = Objects.requireNonNull(find(name), name).declared().hint();
        return hint == null ? null : hint.in(language);
    }

    /** The field beside which to show what is wrong at {@code path}; null when the form has none for it. */
    @Nullable
    String nameOf(String path) {
        var found = find(path);
        return found == null ? null : found.name();
    }

    /** What an error calls the place at {@code path}. */
    String fullLabel(String path, Language language) {
        var found = find(path);
        if (found == null) {
            return path;
        }
        var messages = language.messages(ViolationMessages.class);
        var label = found.declared().label().in(language, found.number());
        var item = path.endsWith("]") ? messages.item(label, found.number()) : label;
        var within = found.declared().group();
        return within == null ? item : messages.within(item, within.in(language));
    }

    private @Nullable Found find(String path) {
        var index = INDEX.matcher(path);
        var number = index.find() ? Integer.parseInt(index.group(1)) : -1;
        var pattern = index.replaceAll(ANY_INDEX);
        var name = aliases.getOrDefault(pattern, pattern);
        if (!fields.containsKey(name) && name.endsWith(ANY_INDEX)) {
            name = name.substring(0, name.length() - ANY_INDEX.length());
        }
        var declared = fields.get(name);
        return declared == null ? null : new Found(name.replace(ANY_INDEX, "[" + number + "]"), declared, number + 1);
    }
}
