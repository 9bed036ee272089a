package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestText.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.fortyeight.TestPeople;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What an organizer does on the first evening, from signing in to the first ping, and with a file of past traffic. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class DeskPathTest {

    @Test
    void organizer_goesFromSigningIn_toTheFirstPing() throws IOException {
        var name = "Winter " + UUID.randomUUID();
        var slug = name.toLowerCase().replace(' ', '-');
        try (var organizer = Person.atDesk();
                var fan = Person.with(options -> options.setUserAgent(TestContests.BROWSER));
                var blog = new OtherSite()) {
            organizer.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = signedIn(organizer, "/desk/new");
            page.getByLabel("Name of the contest").fill(name);
            assertThat(page.getByLabel(ENGLISH.desk().slug())).hasValue(slug);
            assertThat(page.getByLabel("Time zone")).hasValue("UTC");
            page.getByLabel("Opens at").fill(minutesAgo(5));
            assertThat(page.getByRole(AriaRole.COMPLEMENTARY))
                    .containsText(ENGLISH.desk().checkRunning());
            page.getByLabel(ENGLISH.desk().presetRaw()).check();
            assertThat(row(page, ENGLISH.desk().exampleHammer())).containsText("720720");
            page.getByLabel(ENGLISH.desk().presetFair()).check();
            assertThat(row(page, ENGLISH.desk().exampleHammer())).containsText("frozen");
            button(page, "Create the contest").click();

            assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText(name);
            page.getByLabel("Title").fill("Save the river");
            assertThat(page.getByLabel(ENGLISH.desk().slug())).hasValue("save-the-river");
            page.getByLabel("Address of its page").fill(blog.origin() + "/video");
            button(page, "Add a campaign").click();

            var campaign = page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Save the river"));
            assertThat(campaign).containsText("Waiting for the first ping");
            button(page, "Copy").click();
            assertThat(campaign).containsText("Copied");
            var snippet = (String) page.evaluate("navigator.clipboard.readText()");
            Assertions.assertThat(snippet)
                    .contains("<script async src=\"" + Person.server() + "/fortyeight.js\" data-contest=\"" + slug
                            + "\" data-campaign=\"save-the-river\"></script>")
                    .contains("<noscript><img src=\"" + Person.server() + "/p/" + slug + "/save-the-river.gif\"");
            page.evaluate("window.sameDocument = true");

            fan.open(blog.put("/video", """
                    <!DOCTYPE html><html lang="en"><title>Save the river</title><h1>Save the river</h1>
                    %s
                    <script>fetch('%s/api/pings', {method: 'POST', headers: {'Content-Type': 'application/json'},
                      body: JSON.stringify({contest: '%s', campaign: 'save-the-river', kind: 'view', visitor: 'fan'})});
                    </script>""".formatted(snippet, Person.server(), slug)));
            assertThat(campaign).containsText("First ping arrived");
            assertThat(campaign.getByRole(AriaRole.STATUS).first()).containsText("counted");
            Assertions.assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        }
    }

    @Test
    void file_isUploadedAndItsReportShown() {
        var contest = TestContests.past("null");
        try (var organizer = Person.atDesk()) {
            var page = signedIn(organizer, "/desk/contests/" + contest + "/imports");
            page.getByLabel("Format").selectOption("ndjson");
            page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                    .setInputFiles(new FilePayload(
                            "pings.ndjson", "application/x-ndjson", """
                            {"at":"2013-12-17T06:00:00Z","kind":"view","campaign":"a","visitor":"ann"}
                            {"at":"2013-12-17T06:00:10Z"}
                            """.getBytes(StandardCharsets.UTF_8)));
            button(page, "Import").click();
            assertThat(page.getByText(ENGLISH.desk().importDone())).isVisible();
            assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("2");
            page.goBack();
            page.getByLabel("Format").selectOption("ndjson");
            page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                    .setInputFiles(new FilePayload("empty", "application/x-ndjson", new byte[0]));
            button(page, "Import").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The body is empty");
        }
    }

    @Test
    void form_worksWithoutScripts_onAPhone_withTheKeyboard() {
        var slug = "d-" + UUID.randomUUID();
        try (var organizer = Person.with(options -> options.setJavaScriptEnabled(false)
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true))) {
            var page = signedIn(organizer, "/desk/new");
            page.getByLabel("Name of the contest").fill("Without scripts");
            page.getByLabel(ENGLISH.desk().slug()).fill(slug);
            page.getByLabel("Time zone").fill("Asia/Seoul");
            page.getByLabel("Opens at").fill("2093-12-17T00:00");
            button(page, "Check").focus();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.COMPLEMENTARY)).containsText("Wednesday 16 December 2093, 15:00 UTC");
            assertThat(page.getByLabel(ENGLISH.desk().slug())).hasValue(slug);
            button(page, "Create the contest").focus();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Without scripts");
        }
    }

    private static Page signedIn(Person person, String next) {
        var page = person.open("/login?next=" + next);
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(TestPeople.user("organizer"));
        page.getByLabel("Password").fill(TestPeople.PASSWORD);
        button(page, "Sign in").click();
        page.waitForURL("**" + next);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(name));
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }

    private static String minutesAgo(int minutes) {
        return LocalDateTime.ofInstant(TestContests.now().minus(Duration.ofMinutes(minutes)), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
