package io.fortyeight.site.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DeskMessagesTest {

    @Test
    void everyMessage_isThereInKorean_withTheSameParameters() throws IOException {
        var korean = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(DeskMessages.class.getResourceAsStream("/messages/desk_ko.properties")),
                UTF_8)) {
            korean.load(file);
        }
        var messages = Arrays.stream(DeskMessages.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .toList();
        assertThat(korean.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(Method::getName).toList());
        for (var message : messages) {
            for (var parameter : message.getParameters()) {
                assertThat(korean.getProperty(message.getName()))
                        .as(message.getName())
                        .contains("{" + parameter.getName() + "}");
            }
        }
    }
}
