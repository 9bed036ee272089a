package io.fortyeight.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefetchTest {

    @ParameterizedTest
    @CsvSource({
        "Sec-Purpose, prefetch,                        true",
        "Sec-Purpose, prefetch;prerender,              true",
        "Sec-Purpose, 'prefetch;anonymous-client-ip',  true",
        "Sec-Purpose, 'Prefetch ; a=b',                true",
        "Sec-Purpose, prerender,                       true",
        "Purpose,     prefetch,                        true",
        "Purpose,     PREVIEW,                         true",
        "X-Purpose,   preview,                         true",
        "X-Purpose,   ' prefetch ',                    true",
        "X-Moz,       prefetch,                        true",
        "X-Moz,       PreFetch;x=1,                    true",
        "Sec-Purpose, '',                              false",
        "Sec-Purpose, navigate,                        false",
        "Sec-Purpose, prefetching,                     false",
        "Purpose,     'a=prefetch',                    false",
        "X-Moz,       microsummary,                    false",
        "Referer,     prefetch,                        false",
    })
    void header_tellsWhetherSomebodyLooks(String name, String value, boolean prefetch) {
        Map<String, String> headers = Map.of(name.toLowerCase(Locale.ROOT), value);

        assertThat(Prefetch.isPrefetch(header -> headers.get(header.toLowerCase(Locale.ROOT))))
                .isEqualTo(prefetch);
    }

    @Test
    void noHeaders_isNoPrefetch() {
        assertThat(Prefetch.isPrefetch(header -> null)).isFalse();
    }
}
