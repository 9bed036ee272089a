package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.browser.CampaignPage.DEFAULT_RULES;
import static io.fortyeight.browser.CampaignPage.fan;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class SnippetPageInBrowserTest {

    private static final int PHONE_WIDTH = 390;

    @Test
    void button_sendsATestPing_thatIsNotCounted() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            var page = fan.open(address(campaign));
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send a test ping"))
                    .press("Enter");
            assertThat(page.getByText("It arrived. Nothing was counted.")).isVisible();
            assertThat(campaign.pings()).isEmpty();
        }
    }

    @Test
    void copyButton_copiesWhatIsShown() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = fan.open(address(campaign));
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Copy"))
                    .click();
            assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Copied")))
                    .isVisible();
            assertThat(page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo(page.locator("#snippet").textContent());
        }
    }

    @Test
    void page_fitsAPhone_inKorean() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan(options -> options.setLocale("ko-KR").setViewportSize(PHONE_WIDTH, 844))) {
            var page = fan.open(address(campaign));
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("1. 복사하여 붙여 넣기")))
                    .isVisible();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE_WIDTH);
        }
    }

    private static String address(CampaignPage campaign) {
        return "/contests/" + campaign.contest() + "/campaigns/page/snippet";
    }
}
