package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.browser.CampaignPage.RAW;
import static io.fortyeight.browser.CampaignPage.fan;
import static io.fortyeight.browser.CampaignPage.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class TrackerVideoTest {

    private static final String PLAY = "data-count=\"play\"";
    private static final int SAMPLES_PER_SECOND = 3_000;
    private static final int HEADER_BYTES = 44;

    /** Speaks as YouTube's player does: silent until it is listened to, and then of where it is. */
    private static final String YOUTUBE = """
            <!DOCTYPE html><script>
              let parent;
              const hear = event => { parent = event; document.documentElement.id = 'heard'; };
              addEventListener('message', event => {
                const told = JSON.parse(event.data);
                if (told.event === 'listening' && location.search.includes('enablejsapi=1')) hear(event);
              });
              window.playTo = second => parent.source.postMessage(JSON.stringify(
                { event: 'infoDelivery', info: { currentTime: second, playerState: 1 } }), parent.origin);
            </script>""";

    /** Speaks as Vimeo's player does: of what it was asked to tell. */
    private static final String VIMEO = """
            <!DOCTYPE html><script>
              let parent;
              const hear = event => { parent = event; document.documentElement.id = 'heard'; };
              addEventListener('message', event => {
                const told = JSON.parse(event.data);
                if (told.method === 'addEventListener' && told.value === 'timeupdate') hear(event);
              });
              window.playTo = second => parent.source.postMessage(
                { event: 'timeupdate', data: { seconds: second, percent: 0, duration: 60 } }, parent.origin);
            </script>""";

    @Test
    void video_isAViewOnceTwoSecondsOfItHavePlayed_andAgainWhenItBeginsAgain() throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            var page = fan.open(campaign.put(PLAY, "<video muted src=\"" + sound(3) + "\"></video>"));
            page.waitForFunction("!!(window.fortyeight && fortyeight.refresh)");
            assertThat(campaign.pings()).as("nothing has played").isEmpty();
            page.evaluate("document.querySelector('video').playbackRate = 4; document.querySelector('video').play()");
            assertThat(status(page)).hasText("Your view counted");
            page.waitForFunction("document.querySelector('video').ended");
            assertThat(campaign.pings()).containsExactly("view counted");
            var again =
                    page.waitForResponse("**/api/pings", () -> page.evaluate("document.querySelector('video').play()"));
            assertThat(again.status()).isEqualTo(202);
            assertThat(campaign.pings()).hasSize(2);
        }
    }

    @Test
    void videoThatIsSkippedThrough_isNoView() throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            var page = fan.open(campaign.put(PLAY, "<video muted src=\"" + sound(30) + "\"></video>"));
            page.waitForFunction("!!(window.fortyeight && fortyeight.refresh)");
            page.evaluate("""
                    (async () => {
                      const video = document.querySelector('video');
                      for (const second of [2.5, 8, 20, 29]) {
                        const sought = new Promise(done => video.addEventListener('seeked', done, { once: true }));
                        video.currentTime = second;
                        await sought;
                      }
                    })()""");
            page.reload();
            assertThat(campaign.pings()).isEmpty();
        }
    }

    @Test
    void youTubeVideo_isAViewOnce() throws IOException {
        assertEmbeddedCountsOnce("https://www.youtube-nocookie.com/embed/abc?rel=0", YOUTUBE);
    }

    @Test
    void vimeoVideo_isAViewOnce() throws IOException {
        assertEmbeddedCountsOnce("https://player.vimeo.com/video/48", VIMEO);
    }

    private static void assertEmbeddedCountsOnce(String address, String player) throws IOException {
        try (var campaign = new CampaignPage(RAW);
                var fan = fan()) {
            fan.context().route(Pattern.compile("^https://.*"), route -> show(route, player));
            var page = fan.open(campaign.put(PLAY, "<iframe title=\"Video\" src=\"" + address + "\"></iframe>"));
            page.waitForFunction("!!(window.fortyeight && fortyeight.refresh)");
            // Asking YouTube's player to talk changes its address: it is there anew.
            assertThat(page.frameLocator("iframe").locator("#heard")).isAttached();
            var frame = page.frames().get(1);
            for (var second : new double[] {0, 0.5, 1, 1.5}) {
                frame.evaluate("second => playTo(second)", second);
            }
            assertThat(campaign.pings()).isEmpty();
            for (var second : new double[] {2, 2.5, 3, 3.5, 40, 41, 42}) {
                frame.evaluate("second => playTo(second)", second);
            }
            assertThat(status(page)).hasText("Your view counted");
            assertThat(campaign.pings()).containsExactly("view counted");
        }
    }

    private static void show(Route route, String html) {
        route.fulfill(new FulfillOptions().setContentType("text/html").setBody(html));
    }

    /** Silence, as a video's address: a RIFF file of one channel and 8 bits. */
    private static String sound(int seconds) {
        var samples = seconds * SAMPLES_PER_SECOND;
        var file = ByteBuffer.allocate(HEADER_BYTES + samples).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + samples).put(ascii("WAVEfmt "));
        file.putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(SAMPLES_PER_SECOND)
                .putInt(SAMPLES_PER_SECOND)
                .putShort((short) 1)
                .putShort((short) 8);
        file.put(ascii("data")).putInt(samples);
        return "data:audio/wav;base64," + Base64.getEncoder().encodeToString(file.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
