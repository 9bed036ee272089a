package io.fortyeight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareCodeParameterTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null,                              null",
                "'',                                null",
                "via=a,                             a",
                "x=1&via=a_-9&y=2,                  a_-9",
                "via=a&via=b,                       a",
                "via=&via=b,                        null",
                "via,                               null",
                "xvia=a,                            null",
                "x=via=a,                           null",
                "VIA=a,                             null",
                "via=%61,                           null",
                "via=a b,                           null",
                "via=12345678901234567890123456789012,  12345678901234567890123456789012",
                "via=123456789012345678901234567890123, null",
            })
    void via_isTheFirstParameterOfThatName_ifThereIsNoRubbishInIt(String query, String via) {
        assertThat(ShareCodeParameter.ofQuery(query)).isEqualTo(via);
    }
}
