package io.fortyeight.spread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.TestContests;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.core.credit.NaiveCredit;
import io.fortyeight.core.credit.ViewLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The live partition of a contest's published ledger, fed to the naive reference line by line. */
final class PublicLedger {

    private static final Map<String, Verdict> VERDICTS = Arrays.stream(Verdict.values())
            .filter(verdict -> verdict != Verdict.FREEZES)
            .collect(Collectors.toMap(Verdict::jsonName, Function.identity()));

    private final Map<Long, String> credited = new HashMap<>();
    private final Map<String, Integer> verdicts = new HashMap<>();

    /**
     * @param campaigns by number
     * @param carried the codes that pings carry, by sequence: the published ledger leaves out sharers' own
     */
    PublicLedger(
            int port,
            String contest,
            List<String> campaigns,
            Map<String, ViewLink> links,
            Map<Long, String> carried,
            NaiveCredit naive) {
        var uri = URI.create("http://localhost:" + port + "/api/contests/" + contest + "/ledger?partition=0");
        try {
            var answer =
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            answer.body().map(TestContests::json).forEach(line -> {
                var code = carried.get(line.path("sequence").asLong());
                var entry = entry(line, campaigns, code == null ? null : links.get(code));
                naive.add(entry);
                var link = entry.carried();
                var isOwn = link != null && link.sharer().equals(entry.ping().visitor());
                assertThat(line.path("via").asText(null)).isEqualTo(isOwn ? null : code);
                verdicts.merge(line.path("verdict").asText(), 1, Integer::sum);
                if (line.has("credited")) {
                    credited.put(
                            line.path("sequence").asLong(),
                            line.path("credited").asText());
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static NaiveCredit.Entry entry(JsonNode line, List<String> campaigns, @Nullable ViewLink carried) {
        var campaign = campaigns.indexOf(line.path("campaign").asText());
        var item = line.path("kind").asText().equals(Kind.VIEW.jsonName())
                ? Item.view(campaign)
                : Item.share(
                        campaign,
                        Platform.ofJsonName(line.path("platform").asText()).orElseThrow());
        var visitor = line.path("visitor").asText();
        var verdict = line.has("freezeBegins")
                ? Verdict.FREEZES
                : VERDICTS.get(line.path("verdict").asText());
        var ping = new Ping(
                Instant.parse(line.path("receivedAt").asText()).toEpochMilli(),
                item,
                new VisitorKey(
                        Long.parseUnsignedLong(visitor.substring(0, 16), 16),
                        Long.parseUnsignedLong(visitor.substring(16), 16)),
                null,
                verdict == Verdict.ROBOT);
        return new NaiveCredit.Entry(line.path("sequence").asLong(), ping, verdict, carried);
    }

    /** The codes that views are credited to, by sequence. */
    Map<Long, String> credited() {
        return credited;
    }

    int withVerdict(String verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    int entries() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
