package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestText.ENGLISH;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class TrustFormTest {

    private static final Map<String, String> SIGNED_IN = Map.of("Authorization", "Bearer test-admin-token");

    /** Scripts off, and from field to field by the keyboard alone. */
    @Test
    void card_isWrittenByKeyboard_withoutScripts() {
        var contest = withCampaigns(contest(now().minus(Duration.ofMinutes(1)), TestContests.TWO_DAYS, "null"), "a");
        try (var person =
                Person.with(options -> options.setJavaScriptEnabled(false).setExtraHTTPHeaders(SIGNED_IN))) {
            var page = person.open(address(contest));
            page.getByLabel("Organization or person").focus();
            page.keyboard().type("Paws e.V.");
            page.keyboard().press("Tab");
            page.keyboard().type("VR 1234");
            page.getByLabel("Donation link").focus();
            page.keyboard().type("http://127.0.0.9/give");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT))
                    .containsText(ENGLISH.violation().notSaved());
            var link = page.getByLabel("Donation link");
            assertThat(link).hasAttribute("aria-invalid", "true");
            assertThat(link).hasAccessibleDescription(Pattern.compile("^Donation link: must be an absolute https"));
            link.fill("https://127.0.0.1:9/give");
            link.press("Enter");
            assertThat(page.getByText(ENGLISH.trust().formSaved())).isVisible();
            assertThat(page.getByText(ENGLISH.trust().donateAt("127.0.0.1"))).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Donate")))
                    .hasAttribute("rel", "noopener nofollow");
        }
    }

    @Test
    void form_showsWhatThePrizesBring() {
        Showcase.make();
        try (var person = Person.with(options -> options.setExtraHTTPHeaders(SIGNED_IN))) {
            var page = person.open("/desk/contests/december-2013/campaigns/clean-wells/trust");
            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName(ENGLISH.trust().impactTitle())))
                    .isVisible();
        }
    }

    private static String address(String contest) {
        return "/desk/contests/" + contest + "/campaigns/a/trust";
    }
}
