package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class LiveLeaderboardTest {

    @Test
    void leaderboard_movesWithoutBeingLoadedAgain() {
        var contest = live("null");
        try (var person = Person.atDesk()) {
            var page = person.open("/contests/" + contest);
            page.evaluate("window.sameDocument = true");
            assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Campaign b")))
                    .containsText("0");
            Assertions.assertThat(verdict(view(contest, "b", "ann"))).isEqualTo("counted");
            var first = page.getByRole(AriaRole.ROW).nth(1);
            assertThat(first).containsText("Campaign b");
            Assertions.assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        }
    }
}
