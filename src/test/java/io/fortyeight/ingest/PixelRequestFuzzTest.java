package io.fortyeight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.fortyeight.core.counting.Kind;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;

/** Any path and query of the pixel that can be decoded are a view or a refusal that says why. */
class PixelRequestFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void pathAndQuery_areAViewOrARefusal(byte[] uri) {
        String text = new String(uri, StandardCharsets.ISO_8859_1);
        int question = text.indexOf('?');
        String path = question < 0 ? text : text.substring(0, question);
        if (!path.matches("/p/[^/]+/[^/]+\\.gif")) {
            return;
        }
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        try {
            new QueryStringDecoder(text).parameters().forEach(query::add);
        } catch (IllegalArgumentException undecodable) {
            // Answered before there is a request to read.
            return;
        }
        PingRequest ping;
        try {
            ping = PixelRequest.of(path, query);
        } catch (HttpProblem refusal) {
            Refusals.check(refusal);
            return;
        }
        Refusals.checkLimits(ping);
        assertThat(ping.kind()).isEqualTo(Kind.VIEW);
        assertThat("/p/" + ping.contest() + '/' + ping.campaign() + ".gif").isEqualTo(path);
        if (ping.visitor() != null) {
            assertThat(query.get("visitor")).isEqualTo(ping.visitor());
        }
    }
}
