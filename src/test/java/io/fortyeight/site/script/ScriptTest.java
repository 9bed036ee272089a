package io.fortyeight.site.script;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.RestAssuredConfig.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ScriptTest {

    /** What a browser accepts, and what it gets; an empty line stands for no header. */
    private static final String TABLE = """
            gzip | gzip
            gzip, deflate, br, zstd | gzip
            br;q=1.0, GZIP;q=0.8, *;q=0.1 | gzip
            * | gzip
            gzip;q=0 | -
            identity | -
            br | -
            """;

    @Test
    void encoding_isWhatTheBrowserAccepts() {
        var soft = new SoftAssertions();
        TABLE.lines().map(line -> line.split(" \\| ")).forEach(row -> {
            var encoding = get("/fortyeight.js", "Accept-Encoding", row[0]).header("Content-Encoding");
            soft.assertThat(encoding == null ? "-" : encoding).as(row[0]).isEqualTo(row[1]);
        });
        soft.assertAll();
    }

    @Test
    void script_mayBeUsedByAllPages_andIsKeptForMinutes() {
        for (var path :
                new String[] {"/fortyeight.js", "/fortyeight-more.js?lang=en", "/fortyeight-share.js?lang=ko-KR"}) {
            var answer = get(path, "Accept-Encoding", "identity");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualToIgnoringCase("text/javascript;charset=utf-8");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(answer.header("Cache-Control")).startsWith("public, max-age=600,");
            assertThat(answer.header("Set-Cookie")).isNull();
            assertThat(answer.asString()).doesNotContain("/*", "$jscomp").contains("fortyeight");
        }
    }

    @Test
    void parts_areInThePagesLanguage_elseInTheBrowsers() {
        for (var path : new String[] {"/fortyeight-more.js", "/fortyeight-share.js"}) {
            assertThat(get(path + "?lang=ko-KR", "Accept-Language", "en").asString())
                    .contains("\"tag\":\"ko\"");
            assertThat(get(path + "?lang=xx", "Accept-Language", "ko").asString())
                    .contains("\"tag\":\"en\"");
            for (var none : new String[] {"", "?lang="}) {
                var answer = get(path + none, "Accept-Language", "ko");
                assertThat(answer.asString()).contains("\"tag\":\"ko\"");
                assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding, Accept-Language");
            }
        }
    }

    @Test
    void script_thatTheBrowserHas_isNotSentAgain() {
        for (var encoding : new String[] {"gzip", "identity"}) {
            var tag = get("/fortyeight.js", "Accept-Encoding", encoding).header("ETag");
            var again = plain().header("Accept-Encoding", encoding)
                    .header("If-None-Match", tag)
                    .get("/fortyeight.js");
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Cache-Control")).startsWith("public");
        }
        assertThat(get("/fortyeight.js", "Accept-Encoding", "gzip").header("ETag"))
                .isNotEqualTo(
                        get("/fortyeight.js", "Accept-Encoding", "identity").header("ETag"));
    }

    private static Response get(String path, String header, String value) {
        return plain().header(header, value).get(path);
    }

    /** Without the client's own encodings. */
    private static RequestSpecification plain() {
        return given().config(config().decoderConfig(decoderConfig().noContentDecoders()));
    }
}
