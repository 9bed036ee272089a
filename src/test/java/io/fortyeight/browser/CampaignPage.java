package io.fortyeight.browser;

import static io.fortyeight.TestContests.BROWSER;
import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A site of a campaign's own, in a contest of its own, with the tracker's snippet on its pages. */
final class CampaignPage implements AutoCloseable {

    /** By the rules that contests have unless they choose others. */
    static final String DEFAULT_RULES = "null";

    /** Every ping counts. */
    static final String RAW = "{\"preset\":\"raw\"}";

    private final OtherSite site = new OtherSite();
    private final String contest;

    CampaignPage(String rules) throws IOException {
        contest = live(rules);
        enter(contest, """
                {"slug":"page","title":"The page","pageUrl":"%s/"}""".formatted(site.origin()));
    }

    String contest() {
        return contest;
    }

    OtherSite site() {
        return site;
    }

    /** A page at this path with the snippet; its address. */
    String put(String path, String attributes, String body, Map<String, String> headers) {
        return site.put(path, page(attributes, body), headers);
    }

    /** The HTML of a page with the snippet. */
    String page(String attributes, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><title>Homes for dogs &amp; cats</title><link rel="icon" href="data:,">
                <script async src="%s/fortyeight.js" data-contest="%s" data-campaign="page" %s></script></head>
                <body><h1>Homes for dogs</h1>%s<p><span data-fortyeight="status"></span></p></body></html>
                """.formatted(Person.server(), contest, attributes, body);
    }

    String put(String attributes, String body) {
        return put("/", attributes, body, Map.of());
    }

    /** Somebody whose browser doesn't say that nobody sits before it. */
    static Person fan() {
        return fan(options -> {});
    }

    static Person fan(Consumer<NewContextOptions> settings) {
        return Person.with(options -> settings.accept(options.setUserAgent(BROWSER)));
    }

    static Locator status(Page page) {
        return page.locator("[data-fortyeight=status]");
    }

    /** What became of the pings, in their order: kind, platform and verdict. */
    List<String> pings() {
        return ledger(contest).stream()
                .map(entry -> entry.path("kind").asText()
                        + (entry.has("platform") ? " " + entry.path("platform").asText() : "")
                        + " " + entry.path("verdict").asText())
                .toList();
    }

    @Override
    public void close() {
        site.close();
    }
}
