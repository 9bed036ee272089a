package io.fortyeight.site.contest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bundle that is added gets a line here. */
class PageMessagesTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** What Korean may do without: it has no plural, and so needs no number to choose a word by. */
    private static final Pattern PLURAL = Pattern.compile("\\{#if number == 1}.*");

    @ParameterizedTest
    @CsvSource({
        "io.fortyeight.site.contest.PageMessages, messages/msg_ko.properties",
        "io.fortyeight.close.board.BoardMessages, messages/board_ko.properties",
        "io.fortyeight.site.supporters.SupporterMessages, messages/supporters_ko.properties"
    })
    void everyMessage_isThereInKorean_withTheSameParameters(String bundle, String file) throws Exception {
        var english = Arrays.stream(Class.forName(bundle).getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .collect(Collectors.toMap(Method::getName, Function.identity()));
        var korean = korean(file);
        assertThat(english).isNotEmpty();
        assertThat(korean.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, method) -> {
            var text = method.getAnnotation(Message.class).value();
            assertThat(parameters(korean.getProperty(key))).as(key).isEqualTo(parameters(text));
            assertThat(korean.getProperty(key)).as(key).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"messages/msg_ko.properties", "messages/board_ko.properties", "messages/supporters_ko.properties"})
    void koreanMessages_areKorean(String file) throws IOException {
        var sameInBoth = Map.of("tag", "ko", "api", "API");
        korean(file).forEach((key, text) -> assertThat(
                        PARAMETER.matcher((String) text).replaceAll(""))
                .as("%s", key)
                .satisfiesAnyOf(said -> assertThat(said).containsPattern("[가-힣]|^$"), said -> assertThat(said)
                        .isEqualTo(sameInBoth.get(key))));
    }

    private static Properties korean(String file) throws IOException {
        try (var resource = PageMessagesTest.class.getClassLoader().getResourceAsStream(file)) {
            var korean = new Properties();
            korean.load(new InputStreamReader(resource, UTF_8));
            return korean;
        }
    }

    private static Set<String> parameters(String text) {
        return PARAMETER
                .matcher(PLURAL.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
