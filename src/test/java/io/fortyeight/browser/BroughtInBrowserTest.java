package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestJob.CREDIT;
import static io.fortyeight.TestText.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** One shares, another one comes by the link: both see what came of it. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class BroughtInBrowserTest {

    @Test
    void sharer_seesWhatTheirLinkBrought_besideTheVideoAndOnOurPage() throws Exception {
        try (var site = new CampaignPage(CampaignPage.DEFAULT_RULES);
                var ann = CampaignPage.fan();
                var bob = CampaignPage.fan()) {
            var address = site.put(
                    "data-visitor-id=\"ann\"",
                    "<p data-fortyeight=\"brought\"></p><a href=\"#\" data-fortyeight=\"yours\">My shares</a>");
            var code = json(browser()
                            .contentType("application/json")
                            .body("""
                                    {"contest":"%s","campaign":"page","platform":"whatsapp","visitor":"ann"}""".formatted(site.contest()))
                            .post("/api/links"))
                    .path("code")
                    .asText();
            var hers = ann.open(address);
            var sentence = hers.locator("[data-fortyeight=brought]");
            assertThat(sentence).hasText("Nobody has followed your share links yet");

            site.put("data-visitor-id=\"bob\"", "");
            var his = bob.open("/s/" + code);
            assertThat(his.locator("[data-fortyeight=status]")).hasText("Your view counted");
            var shares = "/api/contests/" + site.contest() + "/campaigns/page/shares";
            CREDIT.until(() -> get(shares).path("counted").asInt(), counted -> counted == 1);

            site.put(
                    "data-visitor-id=\"ann\"",
                    "<p data-fortyeight=\"brought\"></p><a href=\"#\" data-fortyeight=\"yours\">My shares</a>");
            hers.reload();
            assertThat(sentence).hasText("Your share brought 1 counted view");
            var ours = hers.waitForPopup(() -> hers.getByText("My shares").click());
            assertThat(heading(ours, "Your share brought 1 counted view")).isVisible();
            ours.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Nickname"))
                    .fill("Ann of the North");
            ours.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(ours.getByRole(AriaRole.STATUS).first())
                    .hasText(ENGLISH.supporters().nicknameSaved());

            var page = bob.open("/contests/" + site.contest() + "/campaigns/page");
            var board = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Who brought the most"));
            assertThat(board).containsText("Ann of the North");
            assertThat(board).containsText("WhatsApp");
            assertThat(heading(page, "The share tree")).isVisible();
        }
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
