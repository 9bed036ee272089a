package io.fortyeight.web.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class LanguagePageTest {

    @Test
    void choice_isKept_andLeadsBack() {
        choose("ko", "/contests/x?a=b%20c&d")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/contests/x?a=b%20c&d"))
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("language=ko"),
                                containsString("Path=/"),
                                containsString("Max-Age=31536000"),
                                containsString("SameSite=Lax"),
                                containsString("HttpOnly")));
    }

    @Test
    void choice_winsOverWhatTheBrowserAccepts() {
        given().header("Accept-Language", "ko-KR,ko;q=0.9")
                .get("/")
                .then()
                .header("Content-Language", equalTo("ko"))
                .body(containsString("<html lang=\"ko\">"), containsString("본문으로 건너뛰기"));
        given().header("Accept-Language", "ko-KR,ko;q=0.9")
                .cookie("language", "en")
                .get("/")
                .then()
                .body(containsString("<html lang=\"en\">"), containsString("Skip to content"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\u0000/evil.example",
                " //evil.example",
                "https:",
                "https://evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/x\r\nSet-Cookie: a=b",
                "/한국"
            })
    void placeThatIsNotHere_leadsToTheList(String back) {
        choose("en", back).then().statusCode(303).header("Location", equalTo("/"));
    }

    @Test
    void withoutAPlace_leadsToTheList() {
        given().redirects().follow(false).get("/language?to=ko").then().header("Location", equalTo("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "KO", "ko; Path=/evil", "<b>"})
    void languageThatNobodySpeaksHere_isRefused_andNotKept(String to) {
        choose(to, "/")
                .then()
                .statusCode(400)
                .header("Set-Cookie", equalTo(null))
                .body(not(containsString("<b>")));
    }

    @Test
    void switch_leadsBackToThePageItIsOn_withItsQuery() {
        given().get("/contests/no-such?a=1&to=en")
                .then()
                .body(containsString("/language?to=ko&amp;back=%2Fcontests%2Fno-such%3Fa%3D1%26to%3Den\""));
    }

    private static Response choose(String to, String back) {
        return given().redirects()
                .follow(false)
                .queryParam("to", to)
                .queryParam("back", back)
                .get("/language");
    }
}
