package io.fortyeight.spread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.TestContests;
import io.fortyeight.core.counting.Platform;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser, who does what people and the script on a campaign's page do.
 *
 * @param visitor the id that the script knows; null where no script runs
 */
public record Supporter(
        ProxiedClient client,
        String contest,
        String address,
        String userAgent,
        @Nullable String visitor) {

    private static final Pattern VIA = Pattern.compile("[?&]via=([A-Za-z0-9_-]+)");

    /** One with the script, and a browser as many have it. */
    public Supporter(ProxiedClient client, String contest, String address, String visitor) {
        this(client, contest, address, TestContests.BROWSER, visitor);
    }

    Supporter withUserAgent(String other) {
        return new Supporter(client, contest, address, other, visitor);
    }

    Supporter withVisitor(@Nullable String other) {
        return new Supporter(client, contest, address, userAgent, other);
    }

    /** Gets a share link of one's own; its code. */
    public String link(String campaign, Platform platform) {
        var answer = client.post(
                "/api/links",
                body(campaign).put("platform", platform.jsonName()).toString(),
                address,
                userAgent);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return TestContests.json(answer.body()).path("code").asText();
    }

    /** Opens a share link; what the campaign's page is told as {@code via}. */
    public String follow(String code) {
        var answer = open(code);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        var via = VIA.matcher(Optional.ofNullable(answer.location()).orElse(""));
        assertThat(via.find()).as(answer.location()).isTrue();
        return via.group(1);
    }

    ProxiedClient.Answer open(String code) {
        return client.get("/s/" + code, address, userAgent);
    }

    /** The verdict: {@code counted} or the reason. */
    public String view(String campaign, @Nullable String via) {
        return ping(body(campaign).put("kind", "view"), via);
    }

    public String share(String campaign, Platform platform) {
        return ping(body(campaign).put("kind", "share").put("platform", platform.jsonName()), null);
    }

    /** Opens a share link, and so views the campaign's page. */
    public String come(String campaign, String code) {
        return view(campaign, follow(code));
    }

    private ObjectNode body(String campaign) {
        var body = JsonNodeFactory.instance.objectNode().put("contest", contest).put("campaign", campaign);
        return visitor == null ? body : body.put("visitor", visitor);
    }

    private String ping(ObjectNode body, @Nullable String via) {
        if (via != null) {
            body.put("via", via);
        }
        var answer = client.post("/api/pings", body.toString(), address, userAgent);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        var verdict = TestContests.json(answer.body());
        return verdict.path("reason").asText(verdict.path("verdict").asText());
    }
}
