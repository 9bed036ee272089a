package io.fortyeight.site.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

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
        assertThat(ScriptFile.of("fortyeight-more.js").gzipped()).hasSizeBetween(1_000, MAX_MORE_BYTES);
    }

    @Test
    void share_isUnderThreeKilobytesZipped_withTheAddressesInIt() {
        var file = ScriptFile.of("fortyeight-share.js");
        assertThat(file.gzipped()).hasSizeBetween(1_000, MAX_SHARE_BYTES);
        assertThat(new String(file.plain(), StandardCharsets.UTF_8))
                .contains(ShareIntents.forScript())
                .doesNotContain("SHARE_INTENTS");
    }

    @Test
    void zipped_isTheSameScript() throws IOException {
        var file = ScriptFile.of("fortyeight.js");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(file.gzipped()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(file.plain());
        }
    }
}
