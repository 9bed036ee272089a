package io.fortyeight.site.trust;

import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.TestContests;
import io.fortyeight.contest.trust.TrustTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class TrustPageTest {

    private static final String SCRIPT = "\"><script>alert(1)</script>";

    @Inject
    MovableClock clock;

    @Test
    void form_keepsWhatWasTyped_andSaysWhatIsWrong_besideTheField() {
        var contest = live("null");
        var refused = form().formParam("organization", "Paws")
                .formParam("donationUrl", "http://paws.example/give")
                .formParam("costLabel", "Rescue", "", "Office")
                .formParam("costValue", "60", "", "much")
                .formParam("version", "0")
                .post(page(contest));
        assertThat(refused.statusCode()).isEqualTo(400);
        var html = refused.htmlPath();
        assertThat(html.getString("**.find { it.@id == 'donationUrl-error' }"))
                .startsWith("Donation link: must be an absolute https address");
        assertThat(html.getString("**.find { it.@id == 'donationUrl' }.@value")).isEqualTo("http://paws.example/give");
        assertThat(html.getString("**.find { it.@id == 'costs.1.value-error' }"))
                .isEqualTo(ENGLISH.violation()
                        .sentence(
                                ENGLISH.trust().formCostValue(2),
                                ENGLISH.violation().noNumber()));
        assertThat(html.getList("**.find { it.@role == 'alert' }.'**'.findAll { it.name() == 'a' }.@href"))
                .containsExactly("#costs.1.value", "#donationUrl");
        assertThat(html.getList("**.findAll { it.@name == 'costValue' }.@value"))
                .startsWith("60", "much");
        assertThat(given().get(api(contest)).statusCode()).isEqualTo(404);
    }

    @Test
    void savedForm_isShownAsItWillBeSeen() {
        var contest = live("null");
        var saved = complete().formParam("version", "0").post(page(contest));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(get(api(contest)).path("missing")).isEmpty();
        assertThat(get(api(contest)).at("/costs/1/amount").asText()).isEqualTo("500.5");
        var shown = organizer().get(saved.header("Location")).asString();
        assertThat(shown)
                .contains("Saved.", "The card is complete.", "Paws e.V.", "VR 1234", "$1,500", "75 %", "$500.50")
                .contains("<strong>$2,500</strong> brings one person to safety")
                .contains(ENGLISH.trust().donateAt("127.0.0.1"))
                .containsPattern("href=\"https://127\\.0\\.0\\.1:9/give\" rel=\"noopener nofollow\"");
    }

    @Test
    void form_ofAnOldEdition_replacesNothing() {
        var contest = live("null");
        complete().formParam("version", "0").post(page(contest)).then().statusCode(303);
        var late = complete().formParam("version", "0").post(page(contest));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString()).contains(ENGLISH.trust().formConflict());
        assertThat(get(api(contest)).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void hostileText_staysText() {
        var contest = live("null");
        form().formParam("organization", SCRIPT)
                .formParam("contact", SCRIPT)
                .formParam("registeredNumber", "<img src=x onerror=alert(1)>")
                .formParam("costLabel", SCRIPT)
                .formParam("costValue", "100")
                .formParam("impact.amount", "1")
                .formParam("impact.currency", "USD")
                .formParam("impact.one", SCRIPT)
                .formParam("impact.many", SCRIPT)
                .formParam("version", "0")
                .post(page(contest))
                .then()
                .statusCode(303);
        var html = organizer().get(page(contest)).asString();
        assertThat(html).doesNotContain("<script>alert", "<img src=x").contains("&lt;script&gt;alert(1)");
        var wrong = form().formParam("organization", "")
                .formParam("donationUrl", SCRIPT)
                .formParam("version", SCRIPT)
                .post(page(contest))
                .asString();
        assertThat(wrong).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void page_speaksKorean() {
        var contest = live("null");
        put(contest, TrustTest.COMPLETE);
        var html = organizer()
                .header("Accept-Language", "ko-KR,ko;q=0.9")
                .get(page(contest))
                .asString();
        assertThat(html)
                .contains("누가 운영합니까", "기부하기", "등록 번호", "돈이 쓰이는 곳", "<strong>US$2,500</strong>")
                .doesNotContain("Donate", "Registered number");
        var refused = form().header("Accept-Language", "ko")
                .formParam("organization", "")
                .formParam("version", "1")
                .post(page(contest));
        assertThat(refused.htmlPath().getString("**.find { it.@id == 'organization-error' }"))
                .isEqualTo("단체 또는 개인: 1자에서 200자까지 꼭 적어야 합니다.");
    }

    @Test
    void prizes_areToldInPeople_andByTheCampaignsPlace() {
        var contest = withCampaigns(contest(now().plus(Duration.ofHours(1)), TestContests.TWO_DAYS, "null"), "a", "b");
        organizer().body("""
                {"currency":"USD","prizes":[{"place":1,"amount":50000},{"place":2,"amount":20000},{"place":3,"amount":2500},
                 {"place":11,"amount":2499.99}]}""").put("/api/contests/" + contest + "/prizes").then().statusCode(200);
        put(contest, TrustTest.COMPLETE);
        assertThat(shown(contest))
                .contains("1st $50,000 20 people brought to safety")
                .contains("2nd $20,000 8 people brought to safety")
                .contains("3rd $2,500 brings one person to safety")
                .contains("11th $2,499.99 –")
                .doesNotContain(ENGLISH.trust().standsNow("1st"));

        clock.advance(Duration.ofHours(1));
        assertThat(shown(contest)).doesNotContain(ENGLISH.trust().standsNow("1st"));
        assertThat(verdict(view(contest, "a", "ann"))).isEqualTo("counted");
        assertThat(shown(contest))
                .contains(ENGLISH.trust().standsNow("1st") + ": $50,000 = 20 people brought to safety");
        assertThat(verdict(view(contest, "b", "ann"))).isEqualTo("counted");
        assertThat(verdict(view(contest, "b", "bea"))).isEqualTo("counted");
        assertThat(shown(contest))
                .contains(ENGLISH.trust().standsNow("2nd") + ": $20,000 = 8 people brought to safety");
    }

    @Test
    void missingCard_isSaid() {
        var contest = live("null");
        assertThat(shown(contest))
                .contains("This campaign has not said who is behind it.")
                .contains("Still missing: Registered number, Name of the register, Contact");
    }

    @Test
    void page_isForOrganizers_andOfCampaignsThatAreThere() {
        var contest = live("null");
        assertThat(given().get(page(contest)).statusCode()).isEqualTo(401);
        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .formParam("organization", "x")
                        .post(page(contest))
                        .statusCode())
                .isEqualTo(401);
        var missing = organizer().get("/desk/contests/" + contest + "/campaigns/none/trust");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.asString()).contains("There is no such campaign");
    }

    /** The page's text, with single spaces. */
    private static String shown(String contest) {
        return organizer()
                .get(page(contest))
                .asString()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private static RequestSpecification form() {
        return given().auth()
                .oauth2("test-admin-token")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }

    private static RequestSpecification complete() {
        return form().formParam("organization", "Paws e.V.")
                .formParam("registeredNumber", "VR 1234")
                .formParam("registry.name", "Amtsgericht Beispielstadt")
                .formParam("contact", "hello@paws.example")
                .formParam("donationUrl", "https://127.0.0.1:9/give")
                .formParam("costsIn", "amounts")
                .formParam("currency", "USD")
                .formParam("costLabel", "Rescue", "Office")
                .formParam("costValue", "1500", "500.50")
                .formParam("impact.amount", "2500")
                .formParam("impact.currency", "USD")
                .formParam("impact.one", "brings one person to safety")
                .formParam("impact.many", "people brought to safety");
    }

    private static void put(String contest, String card) {
        organizer().body(card).put(api(contest)).then().statusCode(200);
    }

    private static String page(String contest) {
        return "/desk/contests/" + contest + "/campaigns/a/trust";
    }

    private static String api(String contest) {
        return "/api/contests/" + contest + "/campaigns/a/trust";
    }
}
