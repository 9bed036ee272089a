package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.TestJob;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class PublicPagesTest {

    private static final long SECOND = 1_000;

    @Inject
    MovableClock clock;

    @Test
    void countdown_reachesZero_andThePageTurnsByItself_thoughEventsAreDown() {
        var left = Duration.ofMinutes(10);
        var contest = withCampaigns(contest(now().minus(left), left.multipliedBy(2), "null"), "a");
        try (var sweeping = TestJob.repeat(TestJob.CLOSE_SWEEP);
                var person = Person.atDesk()) {
            person.context().route("**/events", route -> route.abort());
            var page = person.openWithClock("/contests/" + contest);
            page.evaluate("window.sameDocument = true");
            assertThat(page.getByText("Closes in")).isVisible();
            clock.advance(left);
            page.clock().fastForward(left.toMillis());
            Person.moveClock(page, SECOND, () -> clock(page).textContent().contains("Counting is over"));
            assertThat(page.getByText("Closes in")).isHidden();
            Person.moveClock(page, SECOND, () -> page.getByRole(AriaRole.MAIN)
                    .textContent()
                    .contains("Final."));
            Assertions.assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        }
    }

    @Test
    void score_countsUp_andEndsAtWhatTheServerTold() {
        var contest = live("{\"preset\":\"raw\"}");
        try (var person = Person.atDesk()) {
            var page = person.open("/contests/" + contest);
            assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            for (var i = 0; i < 12; i++) {
                Assertions.assertThat(verdict(view(contest, "b", "v" + i))).isEqualTo("counted");
            }
            var first = page.getByRole(AriaRole.ROW).nth(1);
            assertThat(first).containsText("Campaign b");
            assertThat(first).containsText("12 ahead");
            assertThat(first.getByRole(AriaRole.CELL).nth(1)).hasText("12", new HasTextOptions().setUseInnerText(true));
            assertThat(page.getByRole(AriaRole.ROW).nth(2)).containsText("12 behind");
        }
    }

    @Test
    void pages_speakKorean_toABrowserThatDoes() {
        var contest = live("null");
        try (var person = Person.with(options -> options.setLocale("ko-KR").setTimezoneId("Asia/Seoul"))) {
            var page = person.open("/contests/" + contest);
            assertThat(page.locator("html")).hasAttribute("lang", "ko");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("투표 기간")))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.TIMER)).containsText("시간");
            assertThat(clock(page)).containsText("GMT+9 내 시간대");
            assertThat(page.getByText("실시간", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            verdict(view(contest, "b", "ann"));
            assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("1 앞섬");
        }
    }

    @Test
    void language_isSwitched_andStaysSo() {
        var contest = live("null");
        try (var person = Person.withoutScripts()) {
            var page = person.open("/contests/" + contest + "/rules");
            link(page, "한국어").click();
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("계산 예시")))
                    .isVisible();
            Assertions.assertThat(page.url()).endsWith("/contests/" + contest + "/rules");
            link(page, "순위표").click();
            assertThat(page.getByText("아직 최종 결과가 아닙니다.")).isVisible();
            link(page, "English").click();
            assertThat(page.getByText("Not final.")).isVisible();
        }
    }

    @Test
    void withoutScripts_everythingIsThere() {
        var contest = live("null");
        verdict(view(contest, "b", "ann"));
        try (var person = Person.withoutScripts()) {
            var page = person.open("/contests/" + contest);
            assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("Campaign b");
            assertThat(page.getByRole(AriaRole.TIMER)).containsText("hours");
            assertThat(link(page, "load it again")).isVisible();
            assertThat(page.getByText("your time")).hasCount(0);
            link(page, "Result").click();
            assertThat(page.getByText("There is no result yet")).isVisible();
        }
    }

    @Test
    void times_areTheReaders_andTheContestsAndUtcOneTapAway() {
        var contest = past("null");
        try (var person = Person.with(options -> options.setTimezoneId("America/New_York"))) {
            var page = person.open("/contests/" + contest);
            var opens = page.getByRole(AriaRole.GROUP)
                    .filter(new Locator.FilterOptions().setHasText("17 December 2013"))
                    .first();
            assertThat(opens).containsText("Tuesday 17 December 2013, 00:00 GMT-5 your time");
            var utc = opens.getByText("Tuesday 17 December 2013, 05:00 UTC");
            assertThat(utc).isHidden();
            opens.locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(utc).isVisible();
        }
    }

    @Test
    void keyboard_reachesContentAndTheOtherPages() {
        var contest = live("null");
        try (var person = Person.atDesk()) {
            var page = person.open("/contests/" + contest);
            page.keyboard().press("Tab");
            assertThat(link(page, "Skip to content")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.MAIN)).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            assertThat(link(page, "How we count").first()).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Worked examples")))
                    .isVisible();
        }
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator clock(Page page) {
        return page.getByRole(
                AriaRole.REGION, new GetByRoleOptions().setName(Pattern.compile("The voting window|투표 기간")));
    }
}
