package io.fortyeight.site.desk;

import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestText.ENGLISH;
import static io.fortyeight.TestText.KOREAN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestPeople;
import io.fortyeight.TestText;
import io.fortyeight.core.counting.Reason;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Contests made, changed and filled by the desk's forms, without a script. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class DeskContestTest {

    private static final String HOSTILE = "\"><script>alert(1)</script><b x='";

    @Test
    void form_makesTheContestThatTheApiWould() {
        var slug = slug();
        var form = form(slug);
        form.put("publishes", "announced");
        form.put("announcesAt", "2093-12-24T18:00");
        form.put("blackout.amount", "6");
        form.put("blackout.unit", "h");
        form.put("rules.how", "own");
        form.put("rules.preset", "one-per-day");
        form.put("rules.cap", "on");
        form.put("rules.cap.max", "2");
        form.put("rules.cap.slot.amount", "1");
        form.put("rules.cap.slot.unit", "d");
        form.put("rules.score.share", "3");
        var made = post("/desk/contests", form);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(303);
        assertThat(made.header("Location")).isEqualTo("/desk/contests/" + slug);
        var contest = get("/api/contests/" + slug);
        assertThat(contest.path("name").asText()).isEqualTo("A winter's contest");
        assertThat(contest.path("zone").asText()).isEqualTo("Asia/Seoul");
        assertThat(contest.path("opensAt").asText()).isEqualTo("2093-12-16T15:00:00.000Z");
        assertThat(contest.path("closesAt").asText()).isEqualTo("2093-12-18T15:00:00.000Z");
        assertThat(contest.path("announcesAt").asText()).isEqualTo("2093-12-24T09:00:00.000Z");
        assertThat(contest.path("publishes").asText()).isEqualTo("announced");
        assertThat(contest.path("blackout").asText()).isEqualTo("PT6H");
        var rules = contest.path("rules");
        assertThat(rules.path("preset").asText()).isEqualTo("one-per-day");
        assertThat(rules.path("cap")).isEqualTo(json("{\"slot\":\"PT24H\",\"max\":2}"));
        assertThat(rules.path("freeze").isNull()).isTrue();
        assertThat(rules.path("repeat").isNull()).isTrue();
        assertThat(rules.path("score")).isEqualTo(json("{\"view\":1,\"share\":3}"));
        assertThat(page("/desk/contests/" + slug)).contains("A winter&#39;s contest", "Not open yet");
        assertThat(page("/desk")).contains("href=\"/desk/contests/" + slug + "\"", "No campaign has entered yet");
    }

    @Test
    void wrongForm_isShownAgainWithWhatWasTyped_andMakesNothing() {
        var form = form("No Slug!");
        form.put("name", HOSTILE);
        form.put("duration.amount", "two");
        form.put("rules.how", "own");
        form.put("rules.cap", "on");
        form.put("rules.cap.max", "many");
        form.put("rules.cap.slot.amount", "1");
        form.put("rules.cap.slot.unit", "h");
        var answer = post("/desk/contests", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        var page = answer.asString();
        assertThat(page)
                .contains(ENGLISH.violation().notSaved(), "value=\"No Slug!\"", "value=\"two\"", "value=\"many\"")
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b x=&#39;\"")
                .doesNotContain("<script>");
        var desk = ENGLISH.desk();
        var wrong = ENGLISH.violation();
        var html = Jsoup.parse(page);
        assertThat(saidOnce(html, "slug")).isEqualTo(wrong.sentence(desk.slug(), wrong.slug(64)));
        assertThat(saidOnce(html, "duration")).isEqualTo(wrong.sentence(desk.duration(), wrong.noNumber()));
        assertThat(saidOnce(html, "rules.cap.max"))
                .isEqualTo(wrong.sentence(
                        wrong.within(desk.ruleCapMax(), desk.ruleCap()), wrong.wholeNumber(1, 1_000_000)));
        assertThat(given().get("/api/contests").asString()).doesNotContain("No Slug!");
    }

    /** What is typed in one language is said to be wrong in that language, and never by the names that programs use. */
    @Test
    void wrongForm_saysSoInKorean_inTheWordsOfItsLabels() {
        var form = form("No Slug!");
        form.put("opensAt", "");
        form.put("blackout.amount", "60");
        form.put("rules.how", "own");
        form.put("rules.repeat", "on");
        form.put("rules.repeat.mode", "chain");
        form.put("rules.repeat.within.amount", "3");
        form.put("rules.repeat.within.unit", "d");
        var answer = given().header("Accept-Language", "ko")
                .auth()
                .oauth2("test-admin-token")
                .formParams(form)
                .post("/desk/contests");
        assertThat(answer.statusCode()).isEqualTo(400);
        var desk = KOREAN.desk();
        var wrong = KOREAN.violation();
        var html = Jsoup.parse(answer.asString());
        assertThat(saidOnce(html, "slug")).isEqualTo(wrong.sentence(desk.slug(), wrong.slug(64)));
        assertThat(saidOnce(html, "opensAt")).isEqualTo(wrong.sentence(desk.opensAt(), wrong.missing()));
        assertThat(saidOnce(html, "blackout"))
                .isEqualTo(wrong.sentence(desk.blackout(), wrong.fitsWindow("1초", "48시간")));
        assertThat(saidOnce(html, "rules.repeat.within"))
                .isEqualTo(wrong.sentence(
                        wrong.within(desk.ruleRepeatWithin(), desk.ruleRepeat()), wrong.fitsWindow("1밀리초", "48시간")));
        assertThat(html.select("#errors").text()).doesNotContain("opensAt", "slug", "PT48H", "must");
    }

    @Test
    void slugThatIsTaken_isToldInWords() {
        var slug = slug();
        post("/desk/contests", form(slug)).then().statusCode(303);
        var again = post("/desk/contests", form(slug));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asString()).contains("The short name " + slug + " is taken", "value=\"" + slug + "\"");
    }

    @Test
    void preview_saysWhichInstantsAreMeant_andThatClocksChange_andSavesNothing() {
        var form = form("");
        form.put("name", "");
        form.put("zone", "America/New_York");
        form.put("opensAt", "2027-03-13T12:00");
        var answer = preview(form);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString())
                .contains("Saturday 13 March 2027, 12:00 (UTC−05:00)", "Saturday 13 March 2027, 17:00 UTC")
                .contains("Monday 15 March 2027, 13:00 (UTC−04:00)", "Monday 15 March 2027, 17:00 UTC")
                .contains("data-here=\"2027-03-13T17:00:00.000Z\"")
                .contains("from 02:00 to 03:00")
                .contains(ENGLISH.desk().byTheWall("49 hours"))
                .doesNotContain("Nothing was saved");
    }

    @Test
    void localTimeThatIsSkipped_isRefusedWithBothReadings() {
        var form = form(slug());
        form.put("zone", "America/New_York");
        form.put("opensAt", "2027-03-14T02:30");
        assertThat(post("/desk/contests", form).asString())
                .contains("2027-03-14T02:30 in America/New_York is skipped")
                .contains("2027-03-14T06:30:00.000Z", "2027-03-14T07:30:00.000Z");
    }

    /** 48 hours: the worked numbers of the design's section 2. */
    @Test
    void examples_areJudgedByTheCardThatIsChosen() {
        var fair = examples(Map.of("rules.preset", "fair-48h"));
        assertThat(fair)
                .containsEntry(ENGLISH.desk().exampleReloads(), "4 1 2 repeat, 1 over the visitor’s limit")
                .containsEntry("A fan comes back every hour until the end", "48 48 ")
                .containsEntry(
                        "A fan leaves a 3-minute video on repeat until the end", "960 48 912 over the visitor’s limit")
                .containsEntry("400 pupils behind one address watch once each", "400 300 100 " + crowded())
                .containsEntry(
                        "A machine invents a new visitor each second for an hour", "3,600 300 3,300 " + crowded());
        assertThat(fair.get(ENGLISH.desk().exampleHammer()))
                .startsWith("720 1 ")
                .contains("frozen");
        var raw = examples(Map.of("rules.preset", "raw"));
        assertThat(raw)
                .containsEntry(ENGLISH.desk().exampleHammer(), "720 720 ")
                .containsEntry("A machine invents a new visitor each second for an hour", "3,600 3,600 ");
        var own = examples(Map.of(
                "rules.how",
                "own",
                "rules.network",
                "on",
                "rules.network.max",
                "7",
                "rules.network.slot.amount",
                "2",
                "rules.network.slot.unit",
                "h"));
        assertThat(own).containsEntry("400 pupils behind one address watch once each", "400 7 393 " + crowded());
    }

    @Test
    void edit_beginsWithWhatIs_andIsRefusedOnceOpen() {
        var slug = slug();
        post("/desk/contests", form(slug)).then().statusCode(303);
        assertThat(page("/desk/contests/" + slug + "/edit"))
                .contains("value=\"A winter&#39;s contest\"", "value=\"2093-12-17T00:00\"", "value=\"48\"");
        var changed = form(slug);
        changed.put("name", "Changed");
        changed.put("end", "closesAt");
        changed.put("closesAt", "2093-12-18T12:00");
        post("/desk/contests/" + slug + "/edit", changed).then().statusCode(303);
        assertThat(get("/api/contests/" + slug).path("name").asText()).isEqualTo("Changed");
        assertThat(get("/api/contests/" + slug).path("closesAt").asText()).isEqualTo("2093-12-18T03:00:00.000Z");
        var open = live("null");
        var refused = post("/desk/contests/" + open + "/edit", form(open));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("The window has opened", "value=\"A winter&#39;s contest\"");
    }

    /** On the desk, to fans, and after an edit that says nothing of it. */
    @Test
    void contestThatRequiresTrust_saysWhoDoesNotCompete() {
        var slug = slug();
        var form = form(slug);
        form.put("requiresTrust", "on");
        post("/desk/contests", form).then().statusCode(303);
        assertThat(get("/api/contests/" + slug).path("requiresTrust").asBoolean())
                .isTrue();
        assertThat(page("/desk/contests/" + slug + "/edit")).containsPattern("id=\"requiresTrust\"[^>]* checked>");
        withCampaigns(slug, "a");
        assertThat(page("/desk")).contains(ENGLISH.desk().todoTrust());
        assertThat(page("/desk/contests/" + slug))
                .contains("Not competing yet.", ENGLISH.desk().trustRequired(), "none yet")
                .contains("/desk/contests/" + slug + "/campaigns/a/trust", "/desk/contests/" + slug + "/prizes");
        assertThat(page("/contests/" + slug))
                .contains(
                        "<span class=\"state\">not competing yet</span>",
                        ENGLISH.page().requiresTrust());
        form.remove("requiresTrust");
        post("/desk/contests/" + slug + "/edit", form).then().statusCode(303);
        assertThat(page("/contests/" + slug))
                .doesNotContain("not competing yet", ENGLISH.page().requiresTrust());
        assertThat(page("/desk/contests/" + slug)).doesNotContain("Not competing yet.");
    }

    /** Public pages don't look for a session: that would be a query for each fan who ever signed in. */
    @Test
    void deskPages_sayWhoIsSignedIn_publicOnesHaveTheWayIn() {
        var name = TestPeople.user("auditor");
        var session = TestPeople.session(name, TestPeople.PASSWORD);
        var desk = TestPeople.withSession(session).get("/desk").asString();
        assertThat(desk).contains("<b>" + name + "</b>", "action=\"/logout\"", "href=\"/close-board\"");
        var front = TestPeople.withSession(session).get("/").asString();
        assertThat(front).doesNotContain(name, "/logout").contains("<a href=\"/desk\">For organizers</a>");
    }

    @Test
    void campaign_isEntered_withWhatItsPageNeeds() {
        var contest = contest(now().minusSeconds(60), Duration.ofHours(48), "null");
        var made = post(
                "/desk/contests/" + contest + "/campaigns",
                Map.of(
                        "title",
                        "One & only",
                        "slug",
                        "one",
                        "pageUrl",
                        "https://one.example/video",
                        "origins",
                        "https://blog.example\nhttps://shop.example:8443"));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(303);
        assertThat(made.header("Location")).isEqualTo("/desk/contests/" + contest + "#campaign-one");
        assertThat(page("/desk/contests/" + contest))
                .contains("One &amp; only", "https://blog.example", "https://shop.example:8443")
                .contains("/fortyeight.js&quot; data-contest=&quot;" + contest
                        + "&quot; data-campaign=&quot;one&quot;&gt;&lt;/script&gt;")
                .contains("/p/" + contest + "/one.gif")
                .contains("/contests/" + contest + "/campaigns/one/snippet")
                .contains("Waiting for the first ping", "data-every=\"2000\"");
    }

    @Test
    void wrongCampaign_keepsWhatWasTyped() {
        var contest = live("null");
        var answer = post(
                "/desk/contests/" + contest + "/campaigns",
                Map.of(
                        "title",
                        HOSTILE,
                        "slug",
                        "a b",
                        "pageUrl",
                        "javascript:alert(1)",
                        "origins",
                        "https://x.example/path"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString())
                .contains("value=\"a b\"", "value=\"javascript:alert(1)\"", ">https://x.example/path</textarea>")
                .doesNotContain("<script>");
        var wrong = ENGLISH.violation();
        var html = Jsoup.parse(answer.asString());
        assertThat(saidOnce(html, "pageUrl")).contains(wrong.webAddress("https://example.org/video", 2000));
        assertThat(saidOnce(html, "origins"))
                .isEqualTo(wrong.sentence(wrong.item(ENGLISH.desk().origins(), 1), wrong.origin()));
    }

    @Test
    void firstPing_isTold_asWhatItWas() {
        var contest = live("null");
        assertThat(verdict(view(contest, "a", "ann"))).isEqualTo("counted");
        var page = page("/desk/contests/" + contest);
        assertThat(page).containsOnlyOnce("First ping arrived").containsOnlyOnce("Waiting for the first ping");
        assertThat(verdict(view(contest, "b", "ann"))).isEqualTo("counted");
        assertThat(page("/desk/contests/" + contest))
                .doesNotContain("Waiting for the first ping", "data-every")
                .contains("<b class=\"good\">counted</b>");
        var early = withCampaigns(contest(now().plus(Duration.ofDays(1)), Duration.ofHours(48), "null"), "a");
        assertThat(verdict(view(early, "a", "ann"))).isEqualTo("early");
        assertThat(page("/desk/contests/" + early))
                .contains(
                        TestText.ENGLISH.desk().firstArrived(),
                        "<b>" + TestText.ENGLISH.common().reason(Reason.EARLY) + "</b>",
                        TestText.ENGLISH.desk().firstDiscounted());
    }

    @Test
    void hiddenTime_tellsOfNoArrival() {
        var slug = "t-" + UUID.randomUUID();
        organizer()
                .body("""
                {"slug":"%s","name":"n","zone":"UTC","opensAt":"%s","duration":"PT48H","blackout":"PT48H"}""".formatted(slug, now().minusSeconds(60).toString().replace("Z", "")))
                .post("/api/contests")
                .then()
                .statusCode(201);
        withCampaigns(slug, "a");
        verdict(view(slug, "a", "ann"));
        assertThat(page("/desk/contests/" + slug))
                .contains("Counts are hidden.", ENGLISH.desk().firstHidden())
                .doesNotContain("First ping arrived", "Waiting for");
        assertThat(page("/desk/contests/" + slug + "/watch")).doesNotContain("<td class=\"number\">1</td>");
    }

    @Test
    void roles_seeWhatTheyMay() {
        var contest = past("null");
        var auditor = TestPeople.session(TestPeople.user("auditor"), TestPeople.PASSWORD);
        for (var path : new String[] {"", "/watch", "/what-if", "/imports", "/close"}) {
            var page = TestPeople.withSession(auditor).get("/desk/contests/" + contest + path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.asString()).doesNotContain("Add a campaign", "Import a file", "Close the contest<");
        }
        TestPeople.withSession(auditor).get("/desk/new").then().statusCode(403);
        TestPeople.withSession(auditor)
                .formParams(form("x"))
                .post("/desk/contests")
                .then()
                .statusCode(403);
        TestPeople.withSession(auditor)
                .formParams(Map.of("reason", "x"))
                .post("/desk/contests/" + contest + "/close")
                .then()
                .statusCode(403);
        TestPeople.signedIn("ops").post("/desk/contests").then().statusCode(403);
        var nobody = TestPeople.fromOwnPage().get("/desk");
        assertThat(nobody.statusCode()).isEqualTo(303);
        assertThat(nobody.header("Location")).isEqualTo("/login?next=%2Fdesk");
        TestPeople.signedIn("organizer").get("/desk/new").then().statusCode(200);
    }

    @Test
    void contestThatIsNone_isSaidInWords() {
        for (var path : new String[] {"", "/edit", "/watch", "/what-if", "/imports", "/close"}) {
            var answer = organizer().get("/desk/contests/no-such" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.contentType()).startsWith("text/html");
            assertThat(answer.asString()).contains(ENGLISH.desk().missing());
        }
    }

    @Test
    void desk_speaksKorean() {
        var contest = live("null");
        var page = organizer().header("Accept-Language", "ko-KR,ko;q=0.9").get("/desk/contests/" + contest + "/watch");
        assertThat(page.asString())
                .contains("신호별 판정", "지켜보기", "네트워크")
                .doesNotContain(ENGLISH.desk().watchSums());
        assertThat(organizer().header("Accept-Language", "ko").get("/desk/new").asString())
                .contains("400명이 한 번씩 봅니다", "대회 이름");
    }

    /** What is said at the top, linked to the field, and again beside the field, which it describes. */
    private static String saidOnce(Document page, String field) {
        var above = page.select("[role=alert] a[href=#" + field + "]");
        var beside = page.select("[id=" + field + "-error]");
        var input = page.getElementById(field);
        assertThat(above.eachText()).as(field).hasSize(1).isEqualTo(beside.eachText());
        assertThat(input).as(field).isNotNull();
        assertThat(input.attr("aria-describedby").split(" ")).contains(field + "-error");
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        return above.text();
    }

    private static Map<String, String> examples(Map<String, String> rules) {
        var form = form("");
        form.putAll(rules);
        var page = preview(form).asString();
        var found = new LinkedHashMap<String, String>();
        var rows = Pattern.compile("<tr><th scope=\"row\">([^<]*)(?:<span class=\"why\">([^<]*)</span>)?</th>"
                        + "<td class=\"number\">([^<]*)</td><td class=\"number score\">([^<]*)</td></tr>")
                .matcher(page);
        while (rows.find()) {
            found.put(
                    rows.group(1),
                    rows.group(3) + " " + rows.group(4) + " " + (rows.group(2) == null ? "" : rows.group(2)));
        }
        return found;
    }

    private static String slug() {
        return "d-" + UUID.randomUUID();
    }

    /** What the form sends that nobody has changed. */
    private static Map<String, String> form(String slug) {
        var form = new LinkedHashMap<String, String>();
        form.put("name", "A winter's contest");
        form.put("slug", slug);
        form.put("zone", "Asia/Seoul");
        form.put("opensAt", "2093-12-17T00:00");
        form.put("end", "duration");
        form.put("duration.amount", "48");
        form.put("duration.unit", "h");
        form.put("closesAt", "");
        form.put("announcesAt", "");
        form.put("publishes", "certified");
        form.put("blackout.amount", "");
        form.put("blackout.unit", "h");
        form.put("rules.preset", "fair-48h");
        form.put("rules.how", "preset");
        form.put("rules.score.view", "1");
        form.put("rules.score.share", "0");
        return form;
    }

    private static Response preview(Map<String, String> form) {
        return given().auth().oauth2("test-admin-token").queryParams(form).get("/desk/new/preview");
    }

    private static Response post(String path, Map<String, String> form) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2("test-admin-token")
                .formParams(form)
                .post(path);
    }

    private static String page(String path) {
        var answer = organizer().get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    private static String crowded() {
        return TestText.ENGLISH.common().reason(Reason.CROWDED);
    }
}
