package io.fortyeight.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(nullValues = "none", delimiter = '|', textBlock = """
                    none                       | en
                    ''                         | en
                    ko                         | ko
                    ko-KR,ko;q=0.9,en;q=0.8    | ko
                    en-US,en;q=0.9,ko;q=0.8    | en
                    de-DE,de;q=0.9             | en
                    de,ko;q=0.5                | ko
                    en;q=0.5,ko                | ko
                    *                          | en
                    ;;q=,                      | en
                    ko;q=9                     | en
                    """)
    void language_isTheFirstThatTheBrowserAccepts(String header, String tag) {
        assertThat(Language.accepted(header).tag()).isEqualTo(tag);
    }
}
