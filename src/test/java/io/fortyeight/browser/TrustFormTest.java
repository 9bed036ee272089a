package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.withCampaigns;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was saved yet");
            var link = page.getByLabel("Donation link");
            assertThat(link).hasAttribute("aria-invalid", "true");
            assertThat(link).hasAccessibleDescription(Pattern.compile("^Donation link: must be an absolute https"));
            link.fill("https://127.0.0.1:9/give");
            link.press("Enter");
            assertThat(page.getByText("Saved. This is what everybody sees now."))
                    .isVisible();
            assertThat(page.getByText("Leads to 127.0.0.1, not to this site")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Donate")))
                    .hasAttribute("rel", "noopener nofollow");
        }
    }

    @Test
    void form_hasNoSeriousViolation_andFitsTheWidth() {
        var contest = withCampaigns(contest(now().plus(Duration.ofHours(1)), TestContests.TWO_DAYS, "null"), "a");
        organizer().body("""
                {"currency":"USD","prizes":[{"place":1,"amount":50000},{"place":2,"amount":20000}]}""").put("/api/contests/" + contest + "/prizes").then().statusCode(200);
        organizer()
                .body("""
                {"organization":"Paws e.V.","registeredNumber":"VR 1234",
                 "registry":{"name":"Amtsgericht Beispielstadt","url":"https://127.0.0.1:9/vr/1234"},
                 "contact":"hello@paws.example","donationUrl":"https://127.0.0.1:9/give",
                 "costs":[{"label":"Rescue","share":70},{"label":"Shelter","share":22.5},{"label":"Office","share":7.5}],
                 "impact":{"amount":2500,"currency":"USD","one":"brings one person to safety","many":"people brought to safety"}}""")
                .put("/api/contests/" + contest + "/campaigns/a/trust")
                .then()
                .statusCode(200);
        for (var setting : List.<Consumer<NewContextOptions>>of(
                atDesk -> {},
                onPhoneInTheDark -> onPhoneInTheDark.setViewportSize(390, 844).setColorScheme(ColorScheme.DARK))) {
            try (var person = Person.with(setting.andThen(options -> options.setExtraHTTPHeaders(SIGNED_IN)))) {
                var page = person.open(address(contest));
                assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What it brings")))
                        .isVisible();
                Assertions.assertThat(new AxeBuilder(page).analyze().getViolations())
                        .filteredOn(violation -> List.of("serious", "critical").contains(violation.getImpact()))
                        .isEmpty();
                Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
            }
        }
    }

    private static String address(String contest) {
        return "/desk/contests/" + contest + "/campaigns/a/trust";
    }
}
