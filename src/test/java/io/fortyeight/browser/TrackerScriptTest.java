package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.browser.CampaignPage.DEFAULT_RULES;
import static io.fortyeight.browser.CampaignPage.RAW;
import static io.fortyeight.browser.CampaignPage.fan;
import static io.fortyeight.browser.CampaignPage.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class TrackerScriptTest {

    private static final Pattern ALREADY =
            Pattern.compile("^Already counted; your next view counts at (\\w+ \\d+ )?\\d\\d:\\d\\d$");
    private static final String STORED = "localStorage.length";

    /** Numbers are asked for again three seconds after a view has counted, and then every quarter of a minute or so. */
    private static final int OFTEN_ENOUGH_MILLIS = 20_000;

    /** Hidden, until the page is told to be seen. */
    private static final String HIDDEN = """
            let visible = false;
            Object.defineProperty(document, 'visibilityState', { get: () => visible ? 'visible' : 'hidden' });
            window.beSeen = () => { visible = true; document.dispatchEvent(new Event('visibilitychange')); };
            """;

    private static final String PRERENDERED = """
            let prerendering = true;
            Object.defineProperty(document, 'prerendering', { get: () => prerendering });
            window.beSeen = () => { prerendering = false; document.dispatchEvent(new Event('prerenderingchange')); };
            """;

    @Test
    void view_counts_andASecondLoadSaysWhenTheNextOneDoes() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            var page = fan.open(campaign.put("", ""));
            assertThat(status(page)).hasText("Your view counted");
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Your view counted");
            page.reload();
            assertThat(status(page)).hasText(ALREADY);
            assertThat(campaign.pings()).containsExactly("view counted", "view repeat");
            assertThat(fan.context().cookies()).isEmpty();
        }
    }

    @Test
    void words_areKorean_onAKoreanPage() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            var page = fan.open(campaign.put("data-lang=\"ko\"", ""));
            assertThat(status(page)).hasText("조회가 인정되었습니다");
            page.reload();
            assertThat(status(page)).hasText(Pattern.compile("^이미 인정되었습니다. 다음 조회는 .*\\d\\d:\\d\\d부터 인정됩니다$"));
        }
    }

    @Test
    void hiddenTab_isNoView_untilItIsSeen() throws IOException {
        assertNoViewUntilSeen(HIDDEN);
    }

    @Test
    void prerenderedPage_isNoView_untilItIsSeen() throws IOException {
        assertNoViewUntilSeen(PRERENDERED);
    }

    private static void assertNoViewUntilSeen(String before) throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().addInitScript(before);
            var page = fan.context().newPage();
            page.clock().install();
            page.navigate(campaign.put("", ""));
            page.waitForFunction("!!(window.fortyeight && fortyeight.refresh)");
            page.clock().fastForward("01:00");
            assertThat(campaign.pings()).isEmpty();
            page.evaluate("beSeen()");
            assertThat(status(page)).hasText("Your view counted");
            assertThat(campaign.pings()).containsExactly("view counted");
        }
    }

    @Test
    void dwell_isWaitedFor() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            var page = fan.context().newPage();
            page.clock().install();
            page.navigate(campaign.put("data-dwell=\"60\"", ""));
            page.waitForFunction("!!(window.fortyeight && fortyeight.refresh)");
            page.clock().fastForward("00:30");
            assertThat(campaign.pings()).isEmpty();
            page.clock().fastForward("00:31");
            assertThat(status(page)).hasText("Your view counted");
        }
    }

    @Test
    void strictPolicy_isKept_andNothingIsMissing() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            var tracker = Person.server();
            var page = fan.openWithClock(campaign.put(
                    "/",
                    "",
                    "<p data-fortyeight='count'>–</p><button data-fortyeight-share='copy'>Copy</button>",
                    Map.of(
                            "Content-Security-Policy",
                            "default-src 'none'; img-src data:; script-src " + tracker + "; connect-src " + tracker)));
            assertThat(status(page)).hasText("Your view counted");
            Person.moveClock(page, OFTEN_ENOUGH_MILLIS, () -> page.locator("[data-fortyeight=count]")
                    .textContent()
                    .equals("1"));
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(status(page)).hasText("Your share counted");
        }
    }

    @Test
    void globalPrivacyControl_leavesNothingInTheBrowser_andSendsNoId() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().addInitScript("""
                    Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true });
                    """);
            assertNameless(fan, campaign, "data-visitor-id='anna'");
        }
    }

    @Test
    void visitorNone_leavesNothingInTheBrowser_andSendsNoId() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            assertNameless(fan, campaign, "data-visitor='none'");
        }
    }

    private static void assertNameless(Person fan, CampaignPage campaign, String attributes) {
        var page = fan.context().newPage();
        var ping = page.waitForRequest(TrackerScriptTest::isPing, () -> page.navigate(campaign.put(attributes, "")));
        assertThat(TestContests.json(ping.postData()).hasNonNull("visitor")).isFalse();
        assertThat(status(page)).hasText("Your view counted");
        assertThat(page.evaluate(STORED)).isEqualTo(0);
    }

    @Test
    void visitor_isTheSameOnTheNextPage_andNothingElseIsKept() throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            var page = fan.context().newPage();
            var address = campaign.put("", "");
            var first = page.waitForRequest(TrackerScriptTest::isPing, () -> page.navigate(address + "?via=k9_x-Y"));
            assertThat(status(page)).hasText("Your view counted");
            var second = page.waitForRequest(TrackerScriptTest::isPing, () -> page.navigate(address));
            assertThat(status(page)).hasText("Your view counted");
            var told = TestContests.json(first.postData());
            assertThat(told.path("visitor").asText())
                    .hasSize(36)
                    .isEqualTo(
                            TestContests.json(second.postData()).path("visitor").asText());
            assertThat(told.path("via").asText()).isEqualTo("k9_x-Y");
            assertThat(page.evaluate(STORED)).isEqualTo(1);
        }
    }

    @Test
    void storageThatIsBlocked_isDoneWithout() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().addInitScript("""
                    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('No', 'SecurityError'); } });
                    """);
            var page = fan.context().newPage();
            var ping = page.waitForRequest(
                    TrackerScriptTest::isPing, () -> page.navigate(campaign.put("data-visitor-id='anna'", "")));
            assertThat(TestContests.json(ping.postData()).path("visitor").asText())
                    .isEqualTo("anna");
            assertThat(status(page)).hasText("Your view counted");
        }
    }

    @Test
    void navigation_inASinglePageSite_isAView_butNotBeforeOneCounts() throws IOException {
        try (var raw = new CampaignPage(RAW);
                var fair = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            var page = fan.open(raw.put("", ""));
            assertThat(status(page)).hasText("Your view counted");
            page.evaluate("history.replaceState({}, '', '/?t=1')");
            page.evaluate("history.pushState({}, '', '/two')");
            awaitPings(raw, 2);
            page.evaluate("history.back()");
            awaitPings(raw, 3);

            var other = fan.context().newPage();
            other.clock().install();
            other.navigate(fair.put("", ""));
            assertThat(status(other)).hasText("Your view counted");
            other.evaluate("history.pushState({}, '', '/two')");
            other.clock().fastForward(1_000);
            assertThat(status(other)).hasText(ALREADY);
            for (var each = 0; each < 5; each++) {
                other.evaluate("history.pushState({}, '', '/more' + " + each + ")");
                other.clock().fastForward(1_000);
            }
            assertThat(fair.pings()).containsExactly("view counted", "view repeat");
        }
    }

    @Test
    void returnFromTheBackForwardCache_isAView() throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            var page = fan.open(campaign.put("", ""));
            assertThat(status(page)).hasText("Your view counted");
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
            awaitPings(campaign, 2);
        }
    }

    @Test
    void snippetThatIsThereTwice_countsOnce() throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            var page = fan.open(campaign.put("", "<div id='fortyeight'></div>"));
            assertThat(status(page)).hasText("Your view counted");
            page.evaluate("""
                    new Promise(done => {
                      const first = document.querySelector('script[data-contest]');
                      const again = document.createElement('script');
                      again.src = first.src;
                      Object.assign(again.dataset, first.dataset);
                      again.onload = done;
                      document.body.append(again);
                    })""");
            page.evaluate("fortyeight.share('reddit')");
            awaitPings(campaign, 2);
            assertThat(campaign.pings()).containsExactly("view counted", "share reddit counted");
        }
    }

    @Test
    void events_tellThePage() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().addInitScript("""
                    document.addEventListener('fortyeight:verdict', event => { window.told = event.detail; });
                    """);
            var page = fan.open(campaign.put("", ""));
            assertThat(status(page)).hasText("Your view counted");
            assertThat(page.evaluate("told.verdict + ' ' + told.kind + ' ' + told.receipt.split('.').length"))
                    .isEqualTo("counted view 3");
        }
    }

    @Test
    void testMode_tellsTheOrganizer_andCountsNothing() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var stranger = new OtherSite();
                var fan = fan()) {
            var page = fan.open(campaign.put("", "") + "?fortyeight-test");
            assertThat(status(page)).hasText("Test: this page is set up right. Nothing was counted");
            var elsewhere = fan.open(stranger.put("/", """
                    <!DOCTYPE html><title>Elsewhere</title><link rel="icon" href="data:,">
                    <span data-fortyeight="status"></span>
                    <script src="%s/fortyeight.js" data-contest="%s" data-campaign="page" data-test></script>
                    """.formatted(Person.server(), campaign.contest())));
            assertThat(status(elsewhere))
                    .hasText("This page may not ping for this campaign: its origin is not among the campaign's");
            assertThat(campaign.pings()).isEmpty();
        }
    }

    @Test
    void liveNumbers_areFilledIn() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            var page = fan.openWithClock(campaign.put("", """
                    <p><b data-fortyeight="title"></b>: <b data-fortyeight="count"></b>, <b data-fortyeight="place"></b>
                    of <b data-fortyeight="of"></b></p><p data-fortyeight="countdown"></p>"""));
            var numbers = page.getByRole(AriaRole.PARAGRAPH).first();
            Person.moveClock(page, OFTEN_ENOUGH_MILLIS, () -> numbers.innerText()
                    .replaceAll("\\s+", " ")
                    .equals("The page: 1, 1 of 3"));
            assertThat(page.getByRole(AriaRole.TIMER))
                    .hasText(Pattern.compile("^(\\d day )?\\d\\d:\\d\\d:\\d\\d left$"));
        }
    }

    private static boolean isPing(Request request) {
        return request.url().endsWith("/api/pings");
    }

    private static void awaitPings(CampaignPage campaign, int count) {
        await().untilAsserted(() -> assertThat(campaign.pings()).hasSize(count));
    }
}
