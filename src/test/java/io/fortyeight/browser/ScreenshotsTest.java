package io.fortyeight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of docs/img: {@code ./mvnw test -Dtest=ScreenshotsTest -Dfortyeight.screenshots=docs/img}. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
@EnabledIfSystemProperty(
        named = "fortyeight.screenshots",
        matches = ".+",
        disabledReason = "Pictures are only taken when a folder is named")
class ScreenshotsTest {

    private static final int MAX_PIXELS_HIGH = 4000;

    @Test
    void everyPage_hasItsPicture() throws Exception {
        Showcase.make();
        var folder = Files.createDirectories(Path.of(System.getProperty("fortyeight.screenshots")));
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var phone : List.of(false, true)) {
                try (var person = person(scheme, phone)) {
                    for (var address : Addresses.all()) {
                        var page = person.open(address);
                        take(
                                page,
                                folder.resolve(name(address) + "-" + (phone ? "phone" : "desktop") + "-"
                                        + scheme.name().toLowerCase(Locale.ROOT) + ".png"));
                        page.close();
                    }
                }
            }
        }
        try (var pictures = Files.list(folder)) {
            assertThat(pictures.count())
                    .isGreaterThanOrEqualTo(4L * Addresses.all().size());
        }
    }

    private static void take(Page page, Path file) {
        page.evaluate("() => document.fonts.ready");
        var high = (int) page.evaluate("() => document.scrollingElement.scrollHeight");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(high <= MAX_PIXELS_HIGH));
    }

    private static Person person(ColorScheme scheme, boolean phone) {
        return Person.with(options -> {
            options.setColorScheme(scheme).setExtraHTTPHeaders(Map.of("Authorization", "Bearer test-admin-token"));
            if (phone) {
                options.setViewportSize(390, 844).setIsMobile(true).setHasTouch(true);
            }
        });
    }

    private static String name(String address) {
        var name = address.replaceAll("^/|[?].*$", "").replaceAll("[^a-z0-9]+", "-");
        return name.isEmpty() ? "contests" : name;
    }
}
