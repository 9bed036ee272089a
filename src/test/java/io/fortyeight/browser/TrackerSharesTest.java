package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.shareLink;
import static io.fortyeight.browser.CampaignPage.DEFAULT_RULES;
import static io.fortyeight.browser.CampaignPage.fan;
import static io.fortyeight.browser.CampaignPage.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.fortyeight.site.script.ShareContent;
import io.fortyeight.site.script.ShareIntent;
import io.fortyeight.site.script.ShareIntents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Share buttons of campaign pages: they share the visitor's own link, and never nothing. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class TrackerSharesTest {

    private static final String TITLE = "Homes & \"dogs\" #1";
    private static final String TEXT = "Look: 50% 'off' & more 🐕 한국어";
    private static final String LINKS = "**/api/links";

    /** What a share sheet gets, or what is copied. */
    private static final List<String> WITHOUT_AN_ADDRESS =
            List.of("instagram", "tiktok", "youtube", "discord", "slack", "wechat", "kakaotalk", "other");

    private static final ShareIntents INTENTS = new ShareIntents();

    @Test
    void button_opensTheShareAddress_withTheVisitorsOwnLink_andPings() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = withNetworks(fan())) {
            var page = fan.open(campaign.put("", button("facebook")));
            assertThat(status(page)).hasText("Your view counted");
            var opened = fan.context().waitForPage(() -> click(page, "facebook"));
            opened.waitForURL("https://www.facebook.com/sharer/**");
            assertThat(opened).hasTitle("null");
            assertThat(status(page)).hasText("Your share counted");
            assertThat(campaign.pings()).containsExactly("view counted", "share facebook counted");
            assertThat(opened.url())
                    .isEqualTo("https://www.facebook.com/sharer/sharer.php?u="
                            + encoded(link(campaign, page, "facebook")));
        }
    }

    @Test
    void everyPlatform_getsTheAddressOfTheServersOwnTable() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            say(campaign, "en");
            fan.context().addInitScript("""
                    window.open = (address, target, features) => {
                      window.opened = address;
                      return { location: { replace: late => { window.opened = late; } } };
                    };""");
            var addressed = INTENTS.all().stream()
                    .filter(intent -> String.valueOf(intent.address()).startsWith("https:"))
                    .toList();
            assertThat(addressed).hasSizeGreaterThan(10);
            var page = fan.open(campaign.put(
                    "",
                    addressed.stream()
                            .map(ShareIntent::platform)
                            .map(TrackerSharesTest::button)
                            .collect(Collectors.joining())));
            assertThat(status(page)).hasText("Your view counted");
            for (var intent : addressed) {
                click(page, intent.platform());
                var shared =
                        new ShareContent(link(campaign, page, intent.platform()), TITLE, TEXT, List.of("dogs", "희망"));
                page.waitForFunction(
                        "address => window.opened === address",
                        intent.addressFor(shared).orElseThrow());
            }
            await().untilAsserted(() -> assertThat(campaign.pings()).hasSize(addressed.size() + 1));
        }
    }

    @Test
    void platformsWithoutAnAddress_getTheShareSheet_andWhoClosesItHasNotShared() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            say(campaign, "en");
            fan.context().addInitScript("""
                    navigator.share = told => {
                      window.shared = [told.title, told.text, told.url].join(' | ');
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
            page.waitForFunction("window.shared");
            assertThat(page.evaluate("shared"))
                    .isEqualTo(TITLE + " | " + TEXT + " #dogs #희망 | " + link(campaign, page, "native"));
            page.evaluate("window.closes = false");
            WITHOUT_AN_ADDRESS.forEach(platform -> click(page, platform));
            await().untilAsserted(() -> assertThat(campaign.pings()).hasSize(1 + WITHOUT_AN_ADDRESS.size()));
            assertThat(campaign.pings()).doesNotContain("share native counted");
        }
    }

    @Test
    void copy_putsTheLinkOnTheClipboard_saysSo_andGivesTheButtonBackWhatItHad() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = fan.open(campaign.put("", "<button data-fortyeight-share='copy'><b>Copy</b> link</button>"));
            assertThat(status(page)).hasText("Your view counted");
            var button = page.getByRole(AriaRole.BUTTON);
            button.click();
            assertThat(button).hasText("Link copied");
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(link(campaign, page, "copy"));
            assertThat(button.locator("b")).hasText("Copy");
            assertThat(campaign.pings()).containsExactly("view counted", "share copy counted");
        }
    }

    /** Such a page has a clipboard, and may not write to it. */
    @Test
    void copy_works_onAPageInAnothersFrame() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var other = new OtherSite();
                var fan = fan()) {
            fan.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var inner = campaign.put("", button("copy"));
            var page = fan.open(other.put("/", "<iframe src='" + inner + "'></iframe>"));
            var frame = page.frameLocator("iframe");
            assertThat(frame.locator("[data-fortyeight=status]")).hasText("Your view counted");
            frame.getByRole(AriaRole.BUTTON).click();
            assertThat(frame.getByRole(AriaRole.BUTTON)).hasText("Link copied");
            assertThat((String) page.evaluate("navigator.clipboard.readText()")).startsWith(Person.server() + "/s/");
        }
    }

    @Test
    void copy_worksWithoutAClipboard_andAppsAreNamedByWhatToDo() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            fan.context().addInitScript("""
                    Object.defineProperty(navigator, 'clipboard', { get: () => undefined });
                    navigator.share = undefined;
                    document.execCommand = () => { window.copied = document.activeElement.value; return true; };
                    """);
            var page = fan.open(campaign.put("data-lang='ko'", button("kakaotalk") + button("native")));
            assertThat(status(page)).hasText("조회가 인정되었습니다");
            var buttons = page.getByRole(AriaRole.BUTTON);
            click(page, "kakaotalk");
            assertThat(buttons.first()).hasText("링크를 복사했습니다. 이제 붙여 넣으십시오");
            assertThat(page.evaluate("copied")).isEqualTo(link(campaign, page, "kakaotalk"));
            click(page, "native");
            assertThat(buttons.last()).hasText("링크를 복사했습니다");
            assertThat(page.evaluate("copied"))
                    .as("a copied link says that it was copied")
                    .isEqualTo(link(campaign, page, "copy"));
        }
    }

    @Test
    void window_opensAtOnce_andGoesOnWhenTheLinkHasCome() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = withNetworks(fan())) {
            var held = new LinkedBlockingQueue<Route>();
            fan.context().route(LINKS, held::add);
            var page = fan.open(campaign.put("", button("reddit")));
            assertThat(status(page)).hasText("Your view counted");
            var opened = fan.context().waitForPage(() -> click(page, "reddit"));
            assertThat(opened.url()).isEqualTo("about:blank");
            page.waitForCondition(() -> !held.isEmpty());
            held.forEach(Route::resume);
            opened.waitForURL("https://www.reddit.com/**");
            assertThat(opened).hasTitle("null");
            assertThat(opened.url()).contains(encoded(link(campaign, page, "reddit")));
        }
    }

    @Test
    void trackerAway_thePageItselfIsShared_withoutTheLinkItWasReachedBy() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = withNetworks(fan())) {
            fan.context().route(LINKS, Route::abort);
            fan.context().route("**/share-text", Route::abort);
            var page = fan.open(campaign.put("", button("twitter")) + "?via=abcdefghij&x=1");
            assertThat(status(page)).hasText("Your view counted");
            var opened = fan.context().waitForPage(() -> click(page, "twitter"));
            opened.waitForURL("https://twitter.com/**");
            assertThat(opened.url())
                    .isEqualTo("https://twitter.com/intent/tweet?url="
                            + encoded(campaign.site().origin() + "/?x=1") + "&text=Homes%20for%20dogs%20%26%20cats");
            assertThat(status(page)).hasText("Your share counted");
        }
    }

    @Test
    void whoWantsNoId_getsNoLink_andSharesThePage() throws IOException {
        for (var attribute : List.of("data-visitor='none'", "")) {
            try (var campaign = new CampaignPage(DEFAULT_RULES);
                    var fan = withNetworks(fan())) {
                if (attribute.isEmpty()) {
                    fan.context()
                            .addInitScript(
                                    "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });");
                }
                var asked = new ArrayList<String>();
                fan.context().onRequest(request -> asked.add(request.url()));
                var page = fan.open(campaign.put(attribute, button("facebook")));
                assertThat(status(page)).hasText("Your view counted");
                var opened = fan.context().waitForPage(() -> click(page, "facebook"));
                opened.waitForURL("https://www.facebook.com/**");
                assertThat(opened.url())
                        .endsWith("?u=" + encoded(campaign.site().origin() + "/"));
                assertThat(asked).noneMatch(url -> url.endsWith("/api/links"));
            }
        }
    }

    @Test
    void qr_isADialog_withAPicture_thatTheKeyboardOpensAndCloses() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            var page = fan.open(campaign.put("", button("qr")));
            assertThat(status(page)).hasText("Your view counted");
            var button = page.getByRole(AriaRole.BUTTON).first();
            button.focus();
            page.keyboard().press("Enter");
            var dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("QR code of your link"));
            assertThat(dialog).isVisible();
            var link = link(campaign, page, "qr");
            assertThat(dialog).containsText(link);
            var picture = dialog.getByRole(AriaRole.IMG);
            assertThat(picture).hasAttribute("src", link + "/qr.svg");
            page.waitForFunction("document.querySelector('dialog img').naturalWidth > 100");
            assertThat(dialog.getByRole(AriaRole.LINK)).hasAttribute("href", link + "/qr.png");
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
            assertThat(button).isFocused();
            page.keyboard().press("Enter");
            assertThat(dialog).isVisible();
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                    .click();
            assertThat(dialog).isHidden();
            await().untilAsserted(() -> assertThat(campaign.pings()).contains("share qr counted"));
        }
    }

    @Test
    void passingOverAButton_makesNoLink() throws IOException {
        try (var campaign = new CampaignPage(DEFAULT_RULES);
                var fan = fan()) {
            var asked = new ArrayList<String>();
            fan.context().onRequest(request -> asked.add(request.url()));
            var page = fan.context().newPage();
            page.clock().install();
            page.navigate(campaign.put("", button("facebook") + "<p style='margin-top:9em'>Text</p>"));
            assertThat(status(page)).hasText("Your view counted");
            page.waitForFunction("window.fortyeight.shares");
            // From here on its time stands still but for what is run.
            page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + 10_000);
            page.getByRole(AriaRole.BUTTON).hover();
            page.getByText("Text").hover();
            page.clock().runFor(1_000);
            assertThat(asked).noneMatch(url -> url.endsWith("/api/links"));
            page.getByRole(AriaRole.BUTTON).hover();
            page.waitForRequest(LINKS, () -> page.clock().runFor(1_000));
        }
    }

    @Test
    void whoComesByALink_bringsItAlong_evenWhereThePageHasDroppedIt() throws IOException {
        try (var campaign = new CampaignPage(CampaignPage.RAW);
                var first = fan();
                var second = fan();
                var third = fan()) {
            var page = first.open(campaign.put("", button("copy")));
            assertThat(status(page)).hasText("Your view counted");
            var code = shareLink(campaign.contest(), "page", "copy", visitor(page));
            var brought = second.open("/s/" + code);
            assertThat(status(brought)).hasText("Your view counted");
            assertThat(brought.url()).isEqualTo(campaign.site().origin() + "/?via=" + code);
            brought.evaluate("history.pushState(null, '', '/?other=1')");
            await().untilAsserted(() -> assertThat(vias(campaign)).containsExactly("", code, code));

            campaign.site()
                    .put(
                            "/",
                            campaign.page("", "")
                                    .replace("<head>", "<head><script>history.replaceState(null, '', '/');</script>"));
            var dropped = third.open("/s/" + code);
            assertThat(status(dropped)).hasText("Your view counted");
            assertThat(dropped.url()).isEqualTo(campaign.site().origin() + "/");
            assertThat(vias(campaign)).containsExactly("", code, code, code);
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

    private static void say(CampaignPage campaign, String language) {
        organizer()
                .body("{\"%s\":{\"title\":\"%s\",\"text\":\"%s\",\"hashtags\":[\"dogs\",\"희망\"]}}"
                        .formatted(language, TITLE.replace("\"", "\\\""), TEXT)
                        .getBytes(StandardCharsets.UTF_8))
                .put("/api/contests/" + campaign.contest() + "/campaigns/page/share-text")
                .then()
                .statusCode(200);
    }

    /** The networks' own pages are all that is made up: each tells whether it could reach the page that opened it. */
    private static Person withNetworks(Person fan) {
        fan.context()
                .route(
                        Pattern.compile("^https://.*"),
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<!DOCTYPE html><script>document.title = String(window.opener)</script>")));
        return fan;
    }

    private static String visitor(Page page) {
        return (String) page.evaluate("localStorage['fortyeight-visitor']");
    }

    /** The one that the tracker has for this page's visitor. */
    private static String link(CampaignPage campaign, Page page, String platform) {
        return Person.server() + "/s/" + shareLink(campaign.contest(), "page", platform, visitor(page));
    }

    private static List<String> vias(CampaignPage campaign) {
        return ledger(campaign.contest()).stream()
                .map(entry -> entry.path("via").asText())
                .toList();
    }

    private static void click(Page page, String platform) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(platform).setExact(true))
                .click();
    }

    private static String button(String platform) {
        return "<button data-fortyeight-share='%s'>%s</button>".formatted(platform, platform);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
