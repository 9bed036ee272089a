package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.user;
import static io.fortyeight.TestText.ENGLISH;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class PeopleTest {

    @Test
    void administrator_makesAUser_whoSignsInAndOut_withoutScripts() {
        var name = "u-" + UUID.randomUUID();
        try (var admin = Person.withoutScripts();
                var auditor = Person.onPhone()) {
            var page = admin.open("/desk/people");
            signIn(page, "admin", "test-admin-token");
            assertThat(page).hasURL(Pattern.compile(".*/desk/people$"));
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            press(page, ENGLISH.account().makeUser());
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText(name);

            var account = auditor.open("/desk/account");
            signIn(account, name, "wrong horse battery");
            assertThat(account.getByRole(AriaRole.ALERT))
                    .containsText(ENGLISH.account().wrong());
            assertThat(account.getByLabel("Name")).hasValue(name);
            signIn(account, name, PASSWORD);
            assertThat(account.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your account")))
                    .isVisible();
            account.navigate(Person.server() + "/desk/people");
            assertThat(account.getByRole(AriaRole.HEADING)).containsText("not for your role");
            account.navigate(Person.server() + "/desk/account");
            press(account, "Sign out");
            assertThat(account.getByText("You are signed out.")).isVisible();
            account.navigate(Person.server() + "/desk/account");
            assertThat(account).hasURL(Pattern.compile(".*/login\\?next=%2Fdesk%2Faccount$"));
        }
    }

    @Test
    void keyboardAlone_signsIn_inKorean() {
        var name = user("auditor");
        try (var person = Person.with(options -> options.setLocale("ko-KR"))) {
            var page = person.open("/login?next=/desk/account");
            assertThat(page.getByLabel("이름")).isFocused();
            page.keyboard().type(name);
            page.keyboard().press("Tab");
            page.keyboard().type(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("내 계정")))
                    .isVisible();
        }
    }

    private static void signIn(Page page, String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        press(page, "Sign in");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
