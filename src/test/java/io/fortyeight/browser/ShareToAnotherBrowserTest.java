package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.browser.CampaignPage.DEFAULT_RULES;
import static io.fortyeight.browser.CampaignPage.fan;
import static io.fortyeight.browser.CampaignPage.status;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestJob;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole way, by nothing but the two browsers. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class ShareToAnotherBrowserTest {

    private static final int OFTEN_ENOUGH_MILLIS = 90_000;

    private static final String PAGE = """
            <button data-fortyeight-share='copy'>Copy link</button>
            <p><span data-fortyeight="count"></span> views</p>
            <p data-fortyeight="brought"></p>
            """;

    @Test
    void sharedLink_openedInAnotherBrowser_changesBothCounts() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var ann = fan();
                var ben = fan()) {
            ann.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var address = campaign.put("", PAGE);
            var hers = ann.openWithClock(address);
            assertThat(status(hers)).hasText("Your view counted");
            hers.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy link"))
                    .click();
            assertThat(status(hers)).hasText("Your share counted");
            waitFor(hers, "1", "Nobody has followed your share links yet");

            var his = ben.context().newPage();
            his.navigate((String) hers.evaluate("navigator.clipboard.readText()"));
            assertThat(status(his)).hasText("Your view counted");
            assertThat(his).hasURL(Pattern.compile(".*[?]via=\\w{10}"));

            TestJob.CREDIT.run();
            waitFor(hers, "2", "Your share brought 1 counted view");
        }
    }

    /** The page asks for both once in a while. */
    private static void waitFor(Page page, String count, String brought) {
        Person.moveClock(
                page,
                OFTEN_ENOUGH_MILLIS,
                () -> page.locator("[data-fortyeight=count]").textContent().equals(count)
                        && page.locator("[data-fortyeight=brought]")
                                .textContent()
                                .equals(brought));
    }
}
