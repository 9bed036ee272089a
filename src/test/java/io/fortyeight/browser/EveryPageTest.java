package io.fortyeight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every page: for whoever can't see it well, has no mouse, or has a phone. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class EveryPageTest {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final int MOST_STOPS = 400;

    /** Numbers each thing that a keyboard must get to; a group of radio buttons is one. */
    private static final String NUMBER_STOPS = """
            () => {
              const radios = new Set();
              let n = 0;
              document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]').forEach(e => {
                if (e.disabled || e.type === 'hidden' || !e.checkVisibility({checkVisibilityCSS: true})) return;
                if (e.type === 'radio') {
                  if (radios.has(e.name)) return;
                  radios.add(e.name);
                  e = document.querySelector(`input[type=radio][name="${e.name}"]:checked`) || e;
                }
                e.dataset.stop = n++;
              });
              return n;
            }""";

    private static final String STOP = """
            () => {
              const e = document.activeElement;
              if (!e || e.dataset.stop === undefined) return null;
              const style = getComputedStyle(e);
              const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              return (seen ? '' : 'unseen ') + e.dataset.stop;
            }""";

    @Test
    void axe_findsNothingSerious_byDayAndByNight() {
        Showcase.make();
        var found = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var person = signedIn(scheme)) {
                for (var address : Addresses.all()) {
                    var page = person.open(address);
                    for (var rule : new AxeBuilder(page).analyze().getViolations()) {
                        if (GRAVE.contains(rule.getImpact())) {
                            found.add(address + " (" + scheme + "): " + words(rule));
                        }
                    }
                    page.close();
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void pages_fitAPhone() {
        Showcase.make();
        var tooWide = new ArrayList<String>();
        try (var person = Person.with(options -> options.setViewportSize(360, 740)
                .setIsMobile(true)
                .setHasTouch(true)
                .setExtraHTTPHeaders(administrator()))) {
            for (var address : Addresses.all()) {
                var page = person.open(address);
                var width = (int) page.evaluate("() => document.scrollingElement.scrollWidth");
                if (width > 360) {
                    tooWide.add(address + ": " + width);
                }
                page.close();
            }
        }
        assertThat(tooWide).isEmpty();
    }

    @Test
    void keyboard_getsToEverything_andItIsSeenWhere() {
        Showcase.make();
        var missed = new ArrayList<String>();
        try (var person = signedIn(ColorScheme.LIGHT)) {
            for (var address : Addresses.all()) {
                var page = person.open(address);
                missed.addAll(missedByKeyboard(address, page));
                page.close();
            }
        }
        assertThat(missed).isEmpty();
    }

    private static List<String> missedByKeyboard(String address, Page page) {
        var stops = (int) page.evaluate(NUMBER_STOPS);
        var missed = new ArrayList<String>();
        var reached = new ArrayList<String>();
        for (var press = 0; press < Math.min(stops + 5, MOST_STOPS) && reached.size() < stops; press++) {
            page.keyboard().press("Tab");
            var stop = (String) page.evaluate(STOP);
            if (stop != null && !reached.contains(stop)) {
                reached.add(stop);
                if (stop.startsWith("unseen")) {
                    missed.add(address + ": no outline on " + name(page, stop.substring("unseen ".length())));
                }
            }
        }
        for (var stop = 0; stop < stops; stop++) {
            if (!reached.contains(String.valueOf(stop)) && !reached.contains("unseen " + stop)) {
                missed.add(address + ": can't get to " + name(page, String.valueOf(stop)));
            }
        }
        return missed;
    }

    private static Object name(Page page, String stop) {
        return page.evaluate("stop => document.querySelector(`[data-stop=\"${stop}\"]`).outerHTML.slice(0, 120)", stop);
    }

    private static String words(Rule rule) {
        return rule.getId() + ", " + rule.getImpact() + ": "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    private static Person signedIn(ColorScheme scheme) {
        return Person.with(options -> options.setColorScheme(scheme).setExtraHTTPHeaders(administrator()));
    }

    private static Map<String, String> administrator() {
        return Map.of("Authorization", "Bearer test-admin-token");
    }
}
