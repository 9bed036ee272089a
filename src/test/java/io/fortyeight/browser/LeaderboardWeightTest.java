package io.fortyeight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the leaderboard costs a phone: the first time, with nothing kept. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class LeaderboardWeightTest {

    private static final int MAX_BYTES = 100_000;

    @Test
    void leaderboard_isLight_blocksOnItsStylesheetOnly_andAsksNobodyElse() {
        Showcase.make();
        try (var person = Person.onPhone()) {
            var heard = new ArrayList<Response>();
            person.context().onResponse(heard::add);
            var page = person.open("/contests/" + Showcase.OPEN);
            page.locator(".sparkline canvas").first().waitFor();
            // Asking for sizes lets more answers come in.
            var answers = List.copyOf(heard);
            var bytes = answers.stream()
                    .filter(answer -> !answer.url().endsWith("/events"))
                    .mapToInt(answer -> {
                        var sizes = answer.request().sizes();
                        return sizes.responseHeadersSize + sizes.responseBodySize;
                    })
                    .sum();
            assertThat(bytes).as("bytes over the wire for " + urls(answers)).isBetween(1, MAX_BYTES - 1);
            assertThat(urls(answers)).allSatisfy(url -> assertThat(url).startsWith(Person.server()));
            assertThat((List<?>) page.evaluate("""
                            () => performance.getEntriesByType('resource')
                              .filter(entry => entry.renderBlockingStatus === 'blocking')
                              .map(entry => new URL(entry.name).pathname)""")).isEqualTo(List.of("/fortyeight.css"));
        }
    }

    private static List<String> urls(List<Response> answers) {
        return answers.stream().map(Response::url).toList();
    }
}
