package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.browser.CampaignPage.RAW;
import static io.fortyeight.browser.CampaignPage.fan;
import static io.fortyeight.browser.CampaignPage.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With a clock of the page's own: the pauses between retries pass at once. By the raw rules, so that each ping taken shows. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class TrackerAwayTest {

    private static final String PINGS = "**/api/pings";
    private static final int DOWN_SECONDS = 10;

    /** With pauses of half a second, one, two and four at the least, and a second for the page's own time. */
    private static final int MAX_TRIES = 6;

    /** Of five seconds of the page's time: before the script gives up. */
    private static final int STEPS = 60;

    @Test
    void trackerThatIsDownForTenSeconds_losesNoView_andCountsNoneTwice() throws IOException {
        assertCountedOnceAfter(
                (campaign, route) -> route.abort(), "The counter can’t be reached now; your view will be sent again");
    }

    @Test
    void answerThatIsLost_countsNothingTwice() throws IOException {
        assertCountedOnceAfter(
                (campaign, route) -> {
                    route.fetch();
                    route.abort();
                },
                "The counter can’t be reached now; your view will be sent again");
    }

    @Test
    void trackerThatIsBusy_isAskedAgain() throws IOException {
        assertCountedOnceAfter(
                (campaign, route) -> refuse(campaign, route, 503, "2"),
                "The counter can’t be reached now; your view will be sent again");
    }

    @Test
    void trackerThatSheds_isAskedAgain() throws IOException {
        assertCountedOnceAfter(
                (campaign, route) -> refuse(campaign, route, 429, "2"),
                "Too many at once; your view will be sent again at");
    }

    @Test
    void pageThatIsLeftMeanwhile_isCountedByTheNextOne() throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            fan.context().route(PINGS, Route::abort);
            var page = fan.open(campaign.put("", ""));
            assertThat(status(page)).containsText("will be sent again");
            page.navigate(campaign.put("/other", "", "", Map.of()));
            assertThat(status(page)).containsText("will be sent again");
            assertThat(campaign.pings()).isEmpty();
            fan.context().unroute(PINGS);
            page.navigate(campaign.put("/third", "", "", Map.of()));
            assertThat(status(page)).hasText("Your view counted");
            page.waitForFunction("localStorage.length === 1");
            assertThat(campaign.pings()).hasSize(3).containsOnly("view counted");
            page.reload();
            assertThat(status(page)).hasText("Your view counted");
            assertThat(campaign.pings()).as("what was delivered is forgotten").hasSize(4);
        }
    }

    @Test
    void pageThatIsLeft_sendsWhatIsUndelivered_inItsLastMoment() throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var elsewhere = new OtherSite();
                var fan = fan()) {
            fan.context().route(PINGS, Route::abort);
            var page = fan.open(campaign.put("", ""));
            assertThat(status(page)).containsText("will be sent again");
            fan.context().unroute(PINGS);
            page.navigate(elsewhere.put("/", "<!DOCTYPE html><title>Elsewhere</title><link rel='icon' href='data:,'>"));
            await().untilAsserted(() -> assertThat(campaign.pings()).containsExactly("view counted"));
            page.navigate(campaign.put("", ""));
            page.waitForFunction("localStorage.length === 1");
            await().untilAsserted(() -> assertThat(campaign.pings())
                    .as("the next page sends it again, by the same id")
                    .containsExactly("view counted", "view counted"));
        }
    }

    @Test
    void ping_thatCouldNotBeDeliveredInTime_isGivenUp_ratherThanCountedTwice() throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            fan.context().route(PINGS, Route::abort);
            var page = withClock(fan);
            page.navigate(campaign.put("", ""));
            assertThat(status(page)).containsText("will be sent again");
            page.clock().fastForward("15:00");
            assertThat(status(page)).hasText(Pattern.compile("^Not counted: the counter could not be reached$"));
            assertThat(page.evaluate("localStorage.length")).isEqualTo(1);
        }
    }

    @Test
    void refusalForGood_isSaidInWords_andNothingIsSentAgain() throws IOException {
        var table = Map.of(
                400, "Not counted: this page is not set up for it",
                403, "Not counted: this page is not one of the campaign’s",
                404, "Not counted: there is no such contest or campaign",
                409, "Not counted: this campaign does not compete yet");
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            var page = withClock(fan);
            for (var row : table.entrySet()) {
                var tries = new AtomicInteger();
                page.route(PINGS, route -> {
                    tries.incrementAndGet();
                    refuse(campaign, route, row.getKey(), "0");
                });
                page.navigate(campaign.put("", ""));
                assertThat(status(page)).hasText(row.getValue());
                page.clock().fastForward("15:00");
                assertThat(page.evaluate("localStorage.length")).isEqualTo(1);
                assertThat(tries.get()).isEqualTo(1);
                page.unroute(PINGS);
            }
        }
    }

    @Test
    void pageOfAnotherOrigin_isToldThatItIsNotTheCampaigns() throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var stranger = new OtherSite();
                var fan = fan()) {
            var page = fan.open(stranger.put("/", """
                    <!DOCTYPE html><html lang="ko"><title>Elsewhere</title><link rel="icon" href="data:,">
                    <span data-fortyeight="status"></span>
                    <script src="%s/fortyeight.js" data-contest="%s" data-campaign="page"></script>
                    """.formatted(Person.server(), campaign.contest())));
            assertThat(status(page)).hasText("캠페인에 등록된 페이지가 아니어서 인정되지 않았습니다");
            assertThat(page.evaluate("localStorage.length")).isEqualTo(1);
            assertThat(campaign.pings()).isEmpty();
        }
    }

    private static void assertCountedOnceAfter(BiConsumer<CampaignPage, Route> trouble, String words)
            throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            var tries = new AtomicInteger();
            fan.context().route(PINGS, route -> {
                tries.incrementAndGet();
                trouble.accept(campaign, route);
            });
            var page = withClock(fan);
            page.navigate(campaign.put("", ""));
            assertThat(status(page)).containsText(words);
            for (var second = 0; second < DOWN_SECONDS; second++) {
                page.clock().fastForward(1_000);
            }
            assertThat(tries.get()).as("tries in ten seconds").isBetween(2, MAX_TRIES);
            fan.context().unroute(PINGS);
            // A try that was under way still fails, and the next one is only then waited for.
            for (var step = 0;
                    step < STEPS && !"Your view counted".equals(status(page).textContent());
                    step++) {
                page.clock().fastForward(5_000);
            }
            assertThat(status(page)).hasText("Your view counted");
            page.clock().fastForward("05:00");
            assertThat(campaign.pings()).containsExactly("view counted");
            assertThat(page.evaluate("localStorage.length")).isEqualTo(1);
        }
    }

    private static Page withClock(Person fan) {
        var page = fan.context().newPage();
        page.clock().install();
        return page;
    }

    private static void refuse(CampaignPage campaign, Route route, int status, String retryAfter) {
        route.fulfill(new FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setHeaders(Map.of(
                        "Access-Control-Allow-Origin",
                        campaign.site().origin(),
                        "Access-Control-Expose-Headers",
                        "Retry-After",
                        "Retry-After",
                        retryAfter))
                .setBody("{\"status\":" + status + ",\"detail\":\"Not now\"}"));
    }
}
