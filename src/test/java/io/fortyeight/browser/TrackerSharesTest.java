package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.browser.CampaignPage.DEFAULT_RULES;
import static io.fortyeight.browser.CampaignPage.fan;
import static io.fortyeight.browser.CampaignPage.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class TrackerSharesTest {

    private static final String PAGE = "https://dogs.example/homes?video=7&list=a b";
    private static final String TITLE = "Homes for dogs & cats";

    /** Where each platform's button leads; {@code {u}} and {@code {t}} are the page's address and title, encoded. */
    private static final String TABLE = """
            twitter https://twitter.com/intent/tweet?url={u}&text={t}
            facebook https://www.facebook.com/sharer/sharer.php?u={u}
            threads https://www.threads.net/intent/post?text={t}%20{u}
            bluesky https://bsky.app/intent/compose?text={t}%20{u}
            mastodon https://share.joinmastodon.org/#text={t}%20{u}
            tumblr https://www.tumblr.com/widgets/share/tool?canonicalUrl={u}&title={t}
            reddit https://www.reddit.com/submit?url={u}&title={t}
            pinterest https://www.pinterest.com/pin/create/button/?url={u}&description={t}
            linkedin https://www.linkedin.com/sharing/share-offsite/?url={u}
            whatsapp https://wa.me/?text={t}%20{u}
            telegram https://t.me/share/url?url={u}&text={t}
            line https://social-plugins.line.me/lineit/share?url={u}&text={t}
            """;

    /** What a share sheet gets, or what is copied. */
    private static final List<String> WITHOUT_AN_ADDRESS =
            List.of("instagram", "tiktok", "youtube", "discord", "slack", "wechat", "kakaotalk", "other");

    @Test
    void button_opensTheShareAddress_andPings() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context()
                    .route(
                            Pattern.compile("^https://.*"),
                            route -> route.fulfill(new FulfillOptions()
                                    .setContentType("text/html")
                                    .setBody(
                                            "<!DOCTYPE html><script>document.title = String(window.opener)</script>")));
            var page = fan.open(campaign.put("", button("facebook")));
            assertThat(status(page)).hasText("Your view counted");
            var opened = fan.context().waitForPage(() -> click(page, "facebook"));
            opened.waitForURL(url -> url.equals("https://www.facebook.com/sharer/sharer.php?u=" + encoded()));
            assertThat(opened).hasTitle("null");
            assertThat(status(page)).hasText("Your share counted");
            assertThat(campaign.pings()).containsExactly("view counted", "share facebook counted");
        }
    }

    @Test
    void everyPlatform_hasItsAddress() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().addInitScript("""
                    window.open = (address, target, features) => { window.opened = [address, target, features].join(' '); };
                    """);
            var rows = TABLE.lines().map(line -> line.split(" ", 2)).toList();
            var page = fan.open(
                    campaign.put("", rows.stream().map(row -> button(row[0])).collect(Collectors.joining())));
            assertThat(status(page)).hasText("Your view counted");
            for (var row : rows) {
                click(page, row[0]);
                assertThat(page.evaluate("opened"))
                        .isEqualTo(row[1].replace("{u}", encoded()).replace("{t}", title()) + " _blank noopener");
            }
            await().untilAsserted(() -> assertThat(campaign.pings()).hasSize(rows.size() + 1));
            assertThat(campaign.pings())
                    .contains(rows.stream()
                            .map(row -> "share " + row[0] + " counted")
                            .toArray(String[]::new));
        }
    }

    @Test
    void platformsWithoutAnAddress_getTheShareSheet_andWhoClosesItHasNotShared() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().addInitScript("""
                    navigator.share = told => {
                      window.shared = told.title + ' ' + told.url;
                      return window.closes ? Promise.reject(new DOMException('Closed', 'AbortError')) : Promise.resolve();
                    };""");
            var page = fan.open(campaign.put(
                    "",
                    button("native")
                            + WITHOUT_AN_ADDRESS.stream()
                                    .map(TrackerSharesTest::button)
                                    .collect(Collectors.joining())));
            assertThat(status(page)).hasText("Your view counted");
            page.evaluate("window.closes = true");
            click(page, "native");
            assertThat(page.evaluate("shared")).isEqualTo(TITLE + " " + PAGE.replace(" ", "%20"));
            page.evaluate("window.closes = false");
            WITHOUT_AN_ADDRESS.forEach(platform -> click(page, platform));
            await().untilAsserted(() -> assertThat(campaign.pings()).hasSize(1 + WITHOUT_AN_ADDRESS.size()));
            assertThat(campaign.pings()).doesNotContain("share native counted");
        }
    }

    @Test
    void copy_saysSo_andGivesTheButtonBackWhatItHad() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().addInitScript("""
                    Object.defineProperty(navigator, 'clipboard', { get: () => undefined });
                    document.execCommand = () => { window.copied = document.activeElement.value; return true; };
                    """);
            var page = fan.context().newPage();
            page.clock().install();
            page.navigate(campaign.put("", "<button data-fortyeight-share='copy'><b>Copy</b> link</button>")
                    + "?via=abc&x=1");
            assertThat(status(page)).hasText("Your view counted");
            var button = page.getByRole(AriaRole.BUTTON);
            button.click();
            assertThat(button).hasText("Link copied");
            assertThat(page.evaluate("copied"))
                    .as("whoever came by a link does not hand on its code")
                    .isEqualTo(campaign.site().origin() + "/?x=1");
            page.clock().fastForward(2_000);
            assertThat(button.locator("b")).hasText("Copy");
            assertThat(status(page)).hasText("Your share counted");
            assertThat(campaign.pings()).containsExactly("view counted", "share copy counted");
        }
    }

    @Test
    void link_thatKnowsItsWay_isLeftAlone_andPings() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            campaign.site().put("/own", "<!DOCTYPE html><title>Own</title>");
            var page = fan.open(campaign.put("", "<a href='/own' data-fortyeight-share='tumblr'>Own way</a>"));
            assertThat(status(page)).hasText("Your view counted");
            page.getByRole(AriaRole.LINK).click();
            page.waitForURL("**/own");
            await().untilAsserted(() -> assertThat(campaign.pings()).contains("share tumblr counted"));
        }
    }

    private static void click(Page page, String platform) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(platform).setExact(true))
                .click();
    }

    private static String button(String platform) {
        return "<button data-fortyeight-share='%s' data-url='%s'>%s</button>".formatted(platform, PAGE, platform);
    }

    private static String encoded() {
        return URLEncoder.encode(PAGE.replace(" ", "%20"), UTF_8);
    }

    private static String title() {
        return URLEncoder.encode(TITLE, UTF_8).replace("+", "%20");
    }
}
