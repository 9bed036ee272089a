package io.fortyeight.site.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bundle whose messages have cases gets a line here; see leaderboard.MessagesTest for others. */
class CampaignMessagesTest {

    private static final Pattern FILLED_IN = Pattern.compile("\\{(\\w+)}");
    private static final Pattern CASES = Pattern.compile("\\{#is (\\w+)}");

    @ParameterizedTest
    @CsvSource({
        "io.fortyeight.site.campaign.CampaignMessages, /messages/campaign_ko.properties",
        "io.fortyeight.site.sharing.LinkMessages, /messages/link_ko.properties",
        "io.fortyeight.site.sharing.ShareMessages, /messages/share_ko.properties"
    })
    void everyMessage_isThereInKorean_withTheSamePartsAndCases(Class<?> bundle, String translation) throws IOException {
        var korean = new Properties();
        try (var file = new InputStreamReader(bundle.getResourceAsStream(translation), UTF_8)) {
            korean.load(file);
        }
        var methods = bundle.getDeclaredMethods();
        assertThat(korean.stringPropertyNames())
                .containsExactlyInAnyOrder(
                        Arrays.stream(methods).map(Method::getName).toArray(String[]::new));
        for (var method : methods) {
            var english = method.getAnnotation(Message.class).value();
            var translated = korean.getProperty(method.getName());
            assertThat(all(FILLED_IN, translated)).as(method.getName()).isEqualTo(all(FILLED_IN, english));
            assertThat(all(CASES, translated)).as(method.getName()).isEqualTo(all(CASES, english));
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}
