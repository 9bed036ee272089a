package io.fortyeight.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {

    /** What was written, and where it leads: scheme, host, port, path. */
    private static final String TABLE = """
            https://example.org/hook              | true example.org 443 /hook
            http://example.org                    | false example.org 80 /
            HTTP://Example.ORG:8080/A?b=c&d=%20   | false example.org 8080 /A?b=c&d=%20
            https://[2001:db8::1]:444/x           | true [2001:db8::1] 444 /x
            https://127.0.0.1/x                   | true 127.0.0.1 443 /x
            https://b\u00fccher.example/\u00fc    | true xn--bcher-kva.example 443 /%C3%BC
            https://example.org/?                 | true example.org 443 /?
            """;

    private static final String REFUSED = """
            example.org/hook
            //example.org/hook
            /hook
            ftp://example.org/
            javascript:alert(1)
            https:///hook
            https://user@example.org/
            https://user:secret@example.org/
            https://example.org/#part
            https://example.org/#
            https://example.org:0/
            https://example.org:65536/
            https://exa mple.org/
            https://example.org/a b
            https://example.org/\\r\\nX: y
            https://[::1/
            https://-/
            https://a_b.example/
            """;

    @Test
    void address_leadsSomewhere() {
        for (var line : TABLE.lines().toList()) {
            var row = line.split(" +\\| +");
            var target = Target.parse(row[0]).orElseThrow(() -> new AssertionError(line));
            assertThat(target.isSecure() + " " + target.host() + " " + target.port() + " " + target.path())
                    .as(line)
                    .isEqualTo(row[1]);
        }
    }

    @Test
    void rubbish_leadsNowhere() {
        for (var line : REFUSED.lines().toList()) {
            assertThat(Target.parse(line)).as(line).isEmpty();
        }
        assertThat(Target.parse(null)).isEmpty();
        assertThat(Target.parse("")).isEmpty();
        assertThat(Target.parse("https://example.org/\r\nX: y")).isEmpty();
        assertThat(Target.parse("https://example.org/" + "a".repeat(2028))).isPresent();
        assertThat(Target.parse("https://example.org/" + "a".repeat(2029))).isEmpty();
    }
}
