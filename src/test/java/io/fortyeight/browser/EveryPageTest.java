package io.fortyeight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every page: for whoever can't see it well, has no mouse, or has a phone. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class EveryPageTest {

    private static final int DESK_PIXELS = 1280;
    private static final int PHONE_PIXELS = 360;

    private static final int MAX_ATTEMPTS = 5;

    /** Date and time is one thing, and many stops. */
    private static final int STOPS_WITHIN = 9;

    /**
     * Numbers each thing that a keyboard must get to; a group of radio buttons is one. From then on the page notes which of
     * them got the focus, and whether that can be seen; browsers show it themselves within a date.
     */
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
              window.reachedStops = new Set();
              document.addEventListener('focusin', ({target}) => {
                if (target.dataset.stop === undefined) return;
                const style = getComputedStyle(target);
                const seen = target.type === 'datetime-local'
                  || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                window.reachedStops.add((seen ? '' : 'unseen ') + target.dataset.stop);
              });
              return n;
            }""";

    /** Nothing in a page that was loaded anew meanwhile. */
    private static final String REACHED = "() => [...(window.reachedStops || [])]";

    /** Begins to look: all that axe could find, and not only violations, takes it twice as long. */
    private static final String BEGIN_TO_LOOK = """
            () => {
              window.graveViolations = axe.run({resultTypes: ['violations']}).then(({violations}) => violations
                .filter(({impact}) => ['serious', 'critical'].includes(impact))
                .map(({id, impact, nodes}) => `${id}, ${impact}: ${nodes.slice(0, 3).map(({html}) => html).join(' ')}`));
            }""";

    /** Nothing in a page that was loaded again meanwhile. */
    private static final String GRAVE_VIOLATIONS = "() => window.graveViolations";

    private static final String CONTRAST = """
            async () => (await axe.run({runOnly: ['color-contrast'], resultTypes: ['violations']}))
              .violations.flatMap(violation => violation.nodes.map(node => node.html))""";

    /** What reaches beyond the window, the innermost first. */
    private static final String BEYOND = """
            () => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll('*')]
              .filter(e => e.getBoundingClientRect().right > innerWidth).reverse().slice(0, 3)
              .map(e => e.outerHTML.slice(0, 160))""";

    private final List<String> found = new ArrayList<>();

    @Test
    void everyPage_isForEveryone() {
        Showcase.make();
        try (var person = Person.with(
                options -> options.setExtraHTTPHeaders(Map.of("Authorization", "Bearer test-admin-token")))) {
            var tabs = List.of(person.open("/"), person.open("/"));
            var addresses = Addresses.all();
            // Each tab has a process of its own: axe looks at a page in the one while the page before is gone through.
            for (var number = 0; number < addresses.size(); number++) {
                var page = tabs.get(number % 2);
                page.navigate(addresses.get(number));
                beginToLook(page);
                if (number > 0) {
                    goThrough(addresses.get(number - 1), tabs.get((number - 1) % 2));
                }
                lookWithAxe(addresses.get(number), page);
            }
            goThrough(addresses.get(addresses.size() - 1), tabs.get((addresses.size() - 1) % 2));
            assertThat(found).isEmpty();
        }
    }

    private void goThrough(String address, Page page) {
        goByKeyboard(address, page);
        fitOnPhone(address, page);
    }

    private static void beginToLook(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        page.evaluate(BEGIN_TO_LOOK);
    }

    /** By night only colours differ. */
    private void lookWithAxe(String address, Page page) {
        var violations = (List<?>) page.evaluate(GRAVE_VIOLATIONS);
        for (var attempt = 1; violations == null; attempt++) {
            assertThat(attempt).as(address + " loads itself all the time").isLessThan(MAX_ATTEMPTS);
            beginToLook(page);
            violations = (List<?>) page.evaluate(GRAVE_VIOLATIONS);
        }
        violations.forEach(violation -> found.add(address + ": " + violation));
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (var element : (List<?>) page.evaluate(CONTRAST)) {
            found.add(address + " by night: too little contrast: " + element);
        }
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void fitOnPhone(String address, Page page) {
        page.setViewportSize(PHONE_PIXELS, 740);
        var beyond = (List<?>) page.evaluate(BEYOND);
        if (!beyond.isEmpty()) {
            found.add(address + " is wider than a phone: " + beyond);
        }
        page.setViewportSize(DESK_PIXELS, 900);
    }

    /** A page that renews itself meanwhile is gone through again. */
    private void goByKeyboard(String address, Page page) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var missed = missedByKeyboard(page);
            if (missed.isPresent()) {
                missed.get().forEach(what -> found.add(address + ": " + what));
                return;
            }
            page.reload();
        }
        found.add(address + " renews itself all the time");
    }

    /** Empty when what was numbered is no longer there. */
    private static Optional<List<String>> missedByKeyboard(Page page) {
        var stops = (int) page.evaluate(NUMBER_STOPS);
        var most = stops
                + STOPS_WITHIN * page.locator("input[type=datetime-local]").count();
        List<?> reached = List.of();
        for (var press = 0; press <= most && reached.size() < stops; press++) {
            page.keyboard().press("Tab");
            if (press + 1 >= stops) {
                reached = (List<?>) page.evaluate(REACHED);
            }
        }
        var missed = new ArrayList<String>();
        for (var stop = 0; stop < stops; stop++) {
            if (!reached.contains(String.valueOf(stop))) {
                missed.add((reached.contains("unseen " + stop) ? "no outline on " : "no key leads to ")
                        + element(page, stop));
            }
        }
        return page.locator("[data-stop]").count() == stops ? Optional.of(missed) : Optional.empty();
    }

    private static Object element(Page page, int stop) {
        return page.evaluate(
                "stop => document.querySelector(`[data-stop=\"${stop}\"]`)?.outerHTML.slice(0, 120)", stop);
    }
}
