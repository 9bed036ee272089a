package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestText.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.fortyeight.core.counting.Reason;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class CampaignPageInBrowserTest {

    /** How many points of the chart have the colour of the series, or nearly: lines are smoothed. */
    private static final String POINTS = """
            (canvas, token) => {
              const probe = document.createElement('i');
              probe.style.color = getComputedStyle(document.documentElement).getPropertyValue(token);
              document.body.append(probe);
              const wanted = getComputedStyle(probe).color.match(/\\d+/g).map(Number);
              probe.remove();
              const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              let count = 0;
              for (let i = 0; i < data.length; i += 4) {
                if (data[i + 3] > 200 && Math.abs(data[i] - wanted[0]) + Math.abs(data[i + 1] - wanted[1])
                    + Math.abs(data[i + 2] - wanted[2]) < 12) count++;
              }
              return count;
            }""";

    @Test
    void chart_isDrawn_andItsSeriesAreSwitchedByKeyboard() {
        var contest = counted();
        try (var person = Person.atDesk()) {
            var page = person.open("/contests/" + contest + "/campaigns/b");
            var repeat = button(page, ENGLISH.common().reason(Reason.REPEAT));
            assertThat(button(page, "Counted")).hasAttribute("aria-pressed", "true");
            page.waitForCondition(() -> points(page, "--series-counted") > 0 && points(page, "--series-repeat") > 0);
            repeat.focus();
            page.keyboard().press("Space");
            assertThat(repeat).hasAttribute("aria-pressed", "false");
            page.waitForCondition(() -> points(page, "--series-repeat") == 0);
            assertThat(points(page, "--series-counted")).isPositive();
        }
    }

    @Test
    void chart_hasTheColoursOfTheDark() {
        var contest = counted();
        try (var person = Person.inTheDark()) {
            var page = person.open("/contests/" + contest + "/campaigns/b");
            assertThat(button(page, ENGLISH.common().reason(Reason.REPEAT))).isVisible();
            assertThat(page.evaluate(
                            "getComputedStyle(document.documentElement).getPropertyValue('--series-repeat').trim()"))
                    .isEqualTo("#ff9c95");
            page.waitForCondition(() -> points(page, "--series-repeat") > 0);
        }
    }

    @Test
    void numbers_changeWithoutBeingLoadedAgain() {
        var contest = live("null");
        try (var person = Person.atDesk()) {
            var page = person.open("/contests/" + contest + "/campaigns/b");
            page.evaluate("window.sameDocument = true");
            assertThat(page.getByText("Level with Campaign a")).isVisible();
            verdict(view(contest, "b", "ann"));
            assertThat(page.getByText("1 ahead of Campaign a")).isVisible();
            verdict(view(contest, "a", "ann"));
            verdict(view(contest, "a", "ben"));
            assertThat(page.getByText("1 behind Campaign a")).isVisible();
            assertThat(page.getByText("#2", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        }
    }

    @Test
    void page_withoutScripts_hasTheFiguresOfTheChart() {
        var contest = counted();
        try (var person = Person.withoutScripts()) {
            var page = person.open("/contests/" + contest + "/campaigns/b");
            page.getByText("The same in figures").first().click();
            var table = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The same in figures"));
            assertThat(table.getByRole(AriaRole.COLUMNHEADER))
                    .containsText(
                            new String[] {"From", "Counted", ENGLISH.common().reason(Reason.REPEAT)});
            assertThat(table.getByRole(AriaRole.CELL)).hasText(new String[] {"1", "1"});
        }
    }

    @Test
    void page_onAPhoneInKorean_fitsItsWidth() {
        var contest = counted();
        try (var person = Person.with(options -> options.setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("ko-KR"))) {
            var page = person.open("/contests/" + contest + "/campaigns/b");
            assertThat(button(page, "반복")).isVisible();
            assertThat(page.getByText("1위", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    /** With one counted view of b, and a repeat. */
    private static String counted() {
        var contest = live("null");
        assertThat(verdict(view(contest, "b", "ann"))).isEqualTo("counted");
        assertThat(verdict(view(contest, "b", "ann"))).isEqualTo("repeat");
        return contest;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static int points(Page page, String token) {
        return (int) page.locator(".timeline canvas").evaluate("(canvas) => (" + POINTS + ")(canvas, '" + token + "')");
    }
}
