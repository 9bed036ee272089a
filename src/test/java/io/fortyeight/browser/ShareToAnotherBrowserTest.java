package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.browser.CampaignPage.DEFAULT_RULES;
import static io.fortyeight.browser.CampaignPage.fan;
import static io.fortyeight.browser.CampaignPage.status;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
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
            var hers = ann.context().newPage();
            hers.clock().install();
            hers.navigate(address);
            assertThat(status(hers)).hasText("Your view counted");
            hers.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy link"))
                    .click();
            assertThat(status(hers)).hasText("Your share counted");
            // On a slow machine the page asks before its link is made, and then a while later.
            hers.waitForCondition(() -> {
                hers.clock().fastForward(OFTEN_ENOUGH_MILLIS);
                return brought(hers).textContent().equals("Nobody has followed your share links yet");
            });
            assertThat(count(hers)).hasText("1");

            var his = ben.context().newPage();
            his.navigate((String) hers.evaluate("navigator.clipboard.readText()"));
            assertThat(status(his)).hasText("Your view counted");
            assertThat(his).hasURL(Pattern.compile(".*[?]via=\\w{10}"));

            // Her page asks once in a while; the sums are written a moment after the answer.
            hers.waitForCondition(() -> {
                hers.clock().fastForward(OFTEN_ENOUGH_MILLIS);
                return brought(hers).textContent().contains("brought 1 counted view")
                        && count(hers).textContent().equals("2");
            });
        }
    }

    private static Locator brought(Page page) {
        return page.locator("[data-fortyeight=brought]");
    }

    private static Locator count(Page page) {
        return page.locator("[data-fortyeight=count]");
    }
}
