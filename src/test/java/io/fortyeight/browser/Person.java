package io.fortyeight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.fortyeight.TestJob;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Somebody with a browser of their own: storage, cookies, language, size and colours. On close, pages must have had no
 * uncaught error and no violation of a content security policy.
 */
public final class Person implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 20_000;
    private static final int DESKTOP_WIDTH = 1280;
    private static final int DESKTOP_HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private final BrowserContext context;
    private final List<String> errors = new ArrayList<>();
    private final TestJob.Repeating liveEvents = TestJob.repeat(TestJob.LIVE_EVENTS);

    private Person(NewContextOptions options) {
        context = Chromium.browser().newContext(options.setBaseURL(server()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onWebError(error -> errors.add(error.error()));
        context.onConsoleMessage(this::listen);
    }

    public static Person atDesk() {
        return with(options -> {});
    }

    public static Person onPhone() {
        return with(options -> options.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    public static Person inTheDark() {
        return with(options -> options.setColorScheme(ColorScheme.DARK));
    }

    public static Person withoutScripts() {
        return with(options -> options.setJavaScriptEnabled(false));
    }

    /** On a desktop in English, in UTC and by day, unless it is set otherwise. */
    public static Person with(Consumer<NewContextOptions> settings) {
        var options = new NewContextOptions()
                .setViewportSize(DESKTOP_WIDTH, DESKTOP_HEIGHT)
                .setLocale("en-US")
                .setTimezoneId("UTC")
                .setColorScheme(ColorScheme.LIGHT);
        settings.accept(options);
        return new Person(options);
    }

    /** The application under test, without a slash at the end. */
    public static String server() {
        return "http://localhost:" + RestAssured.port;
    }

    /** Opens an address in a new tab; a path is one of the application. */
    public Page open(String address) {
        var page = context.newPage();
        page.navigate(address);
        return page;
    }

    /** Opens an address in a new tab whose clock is moved by hand. */
    public Page openWithClock(String address) {
        var page = context.newPage();
        page.clock().install();
        page.navigate(address);
        return page;
    }

    /** Moves a tab's clock on, step by step, until something is shown: what a page asks for now and then may come late. */
    public static void moveClock(Page page, long stepMillis, BooleanSupplier shown) {
        page.waitForCondition(() -> {
            page.clock().fastForward(stepMillis);
            return shown.getAsBoolean();
        });
    }

    public BrowserContext context() {
        return context;
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
            errors.add(message.text());
        }
    }

    @Override
    public void close() {
        context.close();
        liveEvents.close();
        assertThat(errors).as("uncaught errors and violations in the browser").isEmpty();
    }
}
