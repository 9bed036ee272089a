package io.fortyeight.site.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.web.page.Language;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of a message bundle as an embedded script takes them: by key, with {@code {name}} where the script puts something
 * in. A text that is another one for one share or one view has that as well, for instance as {@code brought1shares}.
 */
final class ScriptPhrases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NUMBERS = List.of("shares", "number");
    private static final String ONE = "1";

    private ScriptPhrases() {}

    static String json(Class<?> bundle, Language language) {
        var messages = language.messages(bundle);
        var phrases = new TreeMap<String, String>(Map.of("tag", language.tag()));
        for (var method : bundle.getMethods()) {
            var numbers = Arrays.stream(method.getParameters())
                    .map(Parameter::getName)
                    .filter(NUMBERS::contains)
                    .toList();
            var usual = text(messages, method, List.of());
            phrases.put(method.getName(), usual);
            for (var ones : subsets(numbers)) {
                var text = text(messages, method, ones);
                if (!text.equals(
                        ones.stream().reduce(usual, (filled, name) -> filled.replace("{" + name + "}", ONE)))) {
                    phrases.put(
                            method.getName()
                                    + String.join(
                                            "",
                                            ones.stream()
                                                    .map(name -> ONE + name)
                                                    .toList()),
                            text);
                }
            }
        }
        try {
            return JSON.writeValueAsString(phrases);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** In the order of {@link #NUMBERS}, as the scripts look for them. */
    private static List<List<String>> subsets(List<String> names) {
        var singles = NUMBERS.stream().filter(names::contains).map(List::of);
        return Stream.concat(singles, names.size() == NUMBERS.size() ? Stream.of(NUMBERS) : Stream.empty())
                .toList();
    }

    private static String text(Object messages, Method method, List<String> ones) {
        var arguments = Arrays.stream(method.getParameters())
                .map(Parameter::getName)
                .map(name -> ones.contains(name) ? ONE : "{" + name + "}")
                .toArray();
        try {
            return (String) method.invoke(messages, arguments);
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException("The text " + method.getName() + " can't be read", failure);
        }
    }
}
