package io.fortyeight.site.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.web.page.Language;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScriptFileTest {

    private static final int MAX_CORE_BYTES = 2 * 1024;
    private static final int MAX_MORE_BYTES = 4 * 1024;
    private static final int MAX_SHARE_BYTES = 3 * 1024;

    @Test
    void core_isUnderTwoKilobytesZipped() {
        assertThat(ScriptFile.of("fortyeight.js").gzipped()).hasSizeBetween(1_000, MAX_CORE_BYTES);
    }

    @Test
    void more_isUnderFourKilobytesZipped() {
        for (var language : Language.values()) {
            var file = ScriptFile.of("fortyeight-more.js", TrackerMessages.class, language);
            assertThat(file.gzipped()).as(language.tag()).hasSizeBetween(1_000, MAX_MORE_BYTES);
            assertThat(new String(file.plain(), StandardCharsets.UTF_8))
                    .contains("\"tag\":\"" + language.tag() + "\"")
                    .doesNotContain("PHRASES");
        }
    }

    @Test
    void share_isUnderThreeKilobytesZipped_withTheAddressesInIt() {
        for (var language : Language.values()) {
            var file = ScriptFile.of("fortyeight-share.js", ShareButtonMessages.class, language);
            assertThat(file.gzipped()).as(language.tag()).hasSizeBetween(1_000, MAX_SHARE_BYTES);
            assertThat(new String(file.plain(), StandardCharsets.UTF_8))
                    .contains(ShareIntents.forScript(), "\"tag\":\"" + language.tag() + "\"")
                    .doesNotContain("SHARE_INTENTS", "PHRASES");
        }
    }

    @Test
    void phrases_areThoseOfTheLanguageFile_withTheSingularWhereThereIsOne() {
        assertThat(ScriptPhrases.json(TrackerMessages.class, Language.ENGLISH))
                .contains(
                        "\"days\":\"{number} days\"",
                        "\"days1number\":\"1 day\"",
                        "\"brought\":\"Your {shares} shares brought {number} counted views\"",
                        "\"brought1shares\":\"Your share brought {number} counted views\"",
                        "\"brought1number\":\"Your {shares} shares brought 1 counted view\"",
                        "\"brought1shares1number\":\"Your share brought 1 counted view\"");
        assertThat(ScriptPhrases.json(TrackerMessages.class, Language.KOREAN))
                .contains("\"days\":\"{number}일\"")
                .doesNotContain("1number", "1shares");
    }

    @Test
    void zipped_isTheSameScript() throws IOException {
        var file = ScriptFile.of("fortyeight.js");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(file.gzipped()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(file.plain());
        }
    }
}
