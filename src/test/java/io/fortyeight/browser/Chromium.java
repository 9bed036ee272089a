package io.fortyeight.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The installed Chromium, or its headless shell, started once for all tests. {@code FORTYEIGHT_BROWSER} names another
 * one; Playwright downloads none.
 */
final class Chromium {

    /** The shell, which has no window to draw, takes half the time. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chrome-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "chrome");

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-dev-shm-usage");

    /** How long a page may take until it is as expected: long for a busy machine, and no matter otherwise. */
    private static final double PATIENCE_MILLIS = 15_000;

    private Chromium() {}

    static Optional<Path> executable() {
        var named = System.getenv("FORTYEIGHT_BROWSER");
        return named != null && !named.isBlank()
                ? Optional.of(Path.of(named))
                : NAMES.stream()
                        .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    /** Playwright's objects belong to the thread that made them: all tests run on one. */
    static Browser browser() {
        return Running.BROWSER;
    }

    private static final class Running {

        static final Browser BROWSER = launch();

        private static Browser launch() {
            var playwright =
                    Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "chromium-end"));
            return playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(executable().orElseThrow())
                            .setArgs(ARGUMENTS));
        }
    }
}
