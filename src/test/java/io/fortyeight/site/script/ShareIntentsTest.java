package io.fortyeight.site.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.Platform;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShareIntentsTest {

    private static final String LINK = "https://count.example.org/s/k7m2p9x4qa?a=b&c=\"d\"#e";
    private static final Pattern PLACEHOLDERS = Pattern.compile("\\{(\\w+)}");

    /** What would end a parameter, an attribute or an address, were it not encoded. */
    private static final List<String> HOSTILE = List.of(
            "50% \"off\" & 'more' #now <b>",
            "one\ntwo\r\nthree\ttab",
            "&url=https://evil.example/&u=https://evil.example/",
            "{url} {text} $1 \\",
            "?body=x&subject=y;z",
            "한국어 공유 문구입니다",
            "🐕‍🦺 👍🏽",
            "+1 a+b = c",
            "%26%23%0A");

    private final ShareIntents intents = new ShareIntents();

    @Test
    void everyPlatform_hasAnAddress_orAStatedOtherWay() {
        assertThat(intents.all()).extracting(ShareIntent::to).containsExactlyInAnyOrder(Platform.values());
        for (var intent : intents.all()) {
            assertThat(intent.address() == null).as(intent.platform()).isEqualTo(intent.instead() != null);
            assertThat(Stream.of(intent.takes(), intent.why()).filter(text -> text != null))
                    .as(intent.platform())
                    .hasSize(1);
            assertThat(intent.takes() == null).as(intent.platform()).isEqualTo(intent.address() == null);
        }
    }

    @Test
    void everyAddress_isTheNetworksOwn_andHasThePlaceForTheLink() {
        for (var intent : withAddress()) {
            var address = String.valueOf(intent.address());
            assertThat(address).matches("(https://[a-z.-]+/|mailto:\\?|sms:\\?).*");
            assertThat(address).as(intent.platform()).containsOnlyOnce("{url}");
            assertThat(PLACEHOLDERS.matcher(address).results().map(found -> found.group(1)))
                    .as(intent.platform())
                    .isSubsetOf("url", "title", "text", "hashtags", "post");
            if (intent.source() != null) {
                assertThat(URI.create(intent.source()).getScheme()).isEqualTo("https");
            }
        }
    }

    /** Whatever a text says, the network gets it whole, in its own place, and the link in its. */
    @Test
    void hostileTexts_stayInTheirPlace() {
        for (var intent : withAddress()) {
            for (var text : HOSTILE) {
                var shared = new ShareContent(LINK, text + "!", text, List.of("hope", "희망"));
                var made = intent.addressFor(shared).orElseThrow();
                assertThat(made).as(intent.platform()).matches("[\\x21-\\x7e]+").doesNotContain("\"", "<", ">", "\\");
                assertThat(made.chars().filter(sign -> sign == '&').count())
                        .as(made)
                        .isEqualTo(String.valueOf(intent.address())
                                .chars()
                                .filter(sign -> sign == '&')
                                .count());
                assertThat(decoded(made)).isEqualTo(filled(String.valueOf(intent.address()), shared));
            }
        }
    }

    @Test
    void addresses_areAsTheNetworksWantThem() {
        var shared = new ShareContent("https://c.example/s/abc", "Dogs & cats", "Look: dogs", List.of("dogs", "cats2"));
        assertThat(made(Platform.TWITTER, shared))
                .isEqualTo("https://twitter.com/intent/tweet?url=https%3A%2F%2Fc.example%2Fs%2Fabc"
                        + "&text=Look%3A%20dogs&hashtags=dogs%2Ccats2");
        assertThat(made(Platform.BLUESKY, shared))
                .isEqualTo("https://bsky.app/intent/compose?text=Look%3A%20dogs%20%23dogs%20%23cats2"
                        + "%0Ahttps%3A%2F%2Fc.example%2Fs%2Fabc");
        assertThat(made(Platform.EMAIL, shared))
                .isEqualTo("mailto:?subject=Dogs%20%26%20cats&body=Look%3A%20dogs%20%23dogs%20%23cats2"
                        + "%0A%0Ahttps%3A%2F%2Fc.example%2Fs%2Fabc");
        assertThat(made(Platform.SMS, shared))
                .as("the question mark is for Android, the ampersand for iPhones")
                .startsWith("sms:?&body=Look");
    }

    @Test
    void parameterWithoutValue_isLeftOut() {
        var shared = new ShareContent("https://c.example/s/abc", "Dogs", "Dogs", List.of());
        assertThat(made(Platform.TWITTER, shared)).endsWith("&text=Dogs");
        assertThat(made(Platform.TUMBLR, shared)).endsWith("&caption=Dogs");
    }

    private List<ShareIntent> withAddress() {
        return intents.all().stream().filter(intent -> intent.address() != null).toList();
    }

    private String made(Platform platform, ShareContent shared) {
        return intents.to(platform).addressFor(shared).orElseThrow();
    }

    /** As a network reads it: a plus is no space in an address that has none. */
    private static String decoded(String address) {
        assertThat(address).doesNotContain("+");
        return URLDecoder.decode(address, UTF_8);
    }

    private static String filled(String template, ShareContent shared) {
        return Arrays.stream(template.split("(?=\\{)|(?<=})"))
                .map(part -> switch (part) {
                    case "{url}" -> shared.url();
                    case "{title}" -> shared.title();
                    case "{text}" -> shared.text();
                    case "{hashtags}" -> String.join(",", shared.hashtags());
                    case "{post}" -> shared.post();
                    default -> URLDecoder.decode(part, UTF_8);
                })
                .reduce("", String::concat);
    }
}
