package io.fortyeight.standings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ExportTest {

    @Test
    void export_isTheTally_withTitlesThatNoSpreadsheetRuns() {
        var contest = TestContests.live("""
                {"preset":"fair-48h"}""");
        TestContests.enter(contest, """
                {"slug":"formula","title":"=1+\\"1\\", so","pageUrl":"https://formula.example/"}""");
        TestContests.verdict(TestContests.view(contest, "a", "one"));
        TestContests.verdict(TestContests.view(contest, "a", "one"));
        TestContests.verdict(TestContests.view(contest, "formula", "one"));

        var answer = TestContests.organizer().get("/api/contests/" + contest + "/export.csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + contest + ".csv\"");
        assertThat(answer.asString()).isEqualTo("""
                        "campaign","title","kind","platform","verdict","count"
                        "a","Campaign a","view","","counted","1"
                        "a","Campaign a","view","","repeat","1"
                        "formula","'=1+""1"", so","view","","counted","1"
                        """.replace("\n", "\r\n"));
    }

    @Test
    void export_asksForAToken() {
        var contest = TestContests.live("null");

        given().get("/api/contests/" + contest + "/export.csv").then().statusCode(401);
        TestContests.organizer().get("/api/contests/no-such/export.csv").then().statusCode(404);
    }
}
