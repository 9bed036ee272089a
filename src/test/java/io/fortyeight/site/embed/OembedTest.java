package io.fortyeight.site.embed;

import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.live;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class OembedTest {

    @Test
    void answer_isWhatTheSpecificationWants_inJson() {
        var contest = live("null");
        var answer = oembed(own("/contests/" + contest + "/campaigns/b?utm=1#top"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(json(answer)).isEqualTo(json("""
                {"version":"1.0","type":"rich","title":"Campaign b – A contest","html":"<iframe src=\\"%1$s/embed/%2$s/b\\" \
                title=\\"Campaign b – A contest\\" width=\\"480\\" height=\\"230\\" style=\\"border:0;max-width:100%%\\" \
                sandbox=\\"allow-scripts allow-popups allow-popups-to-escape-sandbox\\" loading=\\"lazy\\"></iframe>",
                 "width":480,"height":230,"provider_name":"Fortyeight","provider_url":"%1$s/","cache_age":300,
                 "thumbnail_url":"%1$s/og/%2$s/b.png","thumbnail_width":1200,"thumbnail_height":630}""".formatted(own(""), contest)));
    }

    @Test
    void answer_keepsToTheSizesThatAreAskedFor() {
        var answer = json(given().queryParam("url", own("/contests/" + live("null") + "/"))
                .queryParam("maxwidth", 300)
                .queryParam("maxheight", 200)
                .get("/oembed"));
        assertThat(answer.path("width").asInt()).isEqualTo(300);
        assertThat(answer.path("height").asInt()).isEqualTo(200);
        assertThat(answer.path("html").asText()).contains("width=\"300\" height=\"200\"");
        assertThat(answer.has("thumbnail_url")).isFalse();
    }

    @Test
    void answer_inXml_isWellFormed_whateverTheTitleIs() throws Exception {
        var contest = live("null");
        enter(contest, """
                {"slug":"x","title":"\\"></iframe><script>alert(1)</script>]]>","pageUrl":"https://x.example/"}""");
        var url = own("/contests/" + contest + "/campaigns/x");
        var answer = given().queryParam("url", url).queryParam("format", "xml").get("/oembed");
        assertThat(answer.contentType()).startsWith("text/xml");
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().asByteArray()))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("oembed");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("\"></iframe><script>alert(1)</script>]]> – A contest");
        assertThat(root.getElementsByTagName("html").item(0).getTextContent())
                .startsWith("<iframe src=\"" + own("/embed/" + contest + "/x") + "\" title=\"&quot;&gt;&lt;/iframe&gt;")
                .doesNotContain("<script>");
        assertThat(json(oembed(url)).path("html").asText()).doesNotContain("<script>");
    }

    @Test
    void whatIsNoPageOfThisServer_isNotFound() {
        var contest = live("null");
        for (var url : List.of(
                "https://evil.example/contests/" + contest,
                own("").replace("localhost", "localhost.evil.example") + "/contests/" + contest,
                own("").replace("localhost", "evil@localhost") + "/contests/" + contest,
                own("") + "@evil.example/contests/" + contest,
                own("").replace("http:", "ftp:") + "/contests/" + contest,
                "javascript:alert(1)//" + own("/contests/" + contest),
                "//localhost:" + RestAssured.port + "/contests/" + contest,
                "/contests/" + contest,
                "not an address",
                "http://",
                "mailto:a@b",
                own("/contests/" + contest + "/campaigns/none"),
                own("/contests/" + contest + "/rules"),
                own("/contests/no-such"),
                own("/contests/%00"),
                own("/contests/..%2f" + contest),
                own("/desk"))) {
            var answer = oembed(url);
            assertThat(answer.statusCode()).as(url).isEqualTo(404);
            assertThat(answer.contentType()).as(url).isEqualTo("application/problem+json");
        }
    }

    @Test
    void whatIsAskedWrongly_isSaid() {
        var url = own("/contests/" + live("null"));
        assertThat(given().queryParam("url", url)
                        .queryParam("format", "yaml")
                        .get("/oembed")
                        .statusCode())
                .isEqualTo(501);
        assertThat(given().get("/oembed").statusCode()).isEqualTo(400);
        for (var size : List.of("0", "-1", "wide", "99999999999")) {
            var answer =
                    given().queryParam("url", url).queryParam("maxwidth", size).get("/oembed");
            assertThat(answer.statusCode()).as(size).isEqualTo(400);
            assertThat(answer.asString()).contains("maxwidth");
        }
    }

    private static Response oembed(String url) {
        return given().queryParam("url", url).get("/oembed");
    }

    private static String own(String path) {
        return "http://localhost:" + RestAssured.port + path;
    }
}
