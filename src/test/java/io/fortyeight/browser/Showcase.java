package io.fortyeight.browser;

import static io.fortyeight.TestContests.certified;
import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;

import io.fortyeight.TestContests;
import io.fortyeight.web.http.Instants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Contests as people would have them, made once: one that is open, one that is certified, one that is to come. Their
 * traffic is made up, from a fixed seed, and judged like any import.
 */
final class Showcase {

    static final String OPEN = "winter-48";
    static final String CERTIFIED = "december-2013";
    static final String SCHEDULED = "spring-48";

    /** A campaign of the open and of the certified contest. */
    static final String CAMPAIGN = "clean-wells";

    private static final String NEW_YORK = "America/New_York";
    private static final Duration SO_FAR = Duration.ofMinutes(31 * 60 + 20);
    private static final int PINGS = 4000;
    private static final long SEED = 48;
    private static final double ONE_IN_TEN = 0.1;
    private static final List<String> PLATFORMS =
            List.of("facebook", "twitter", "whatsapp", "kakaotalk", "copy", "email");

    private record Entrant(String slug, String title, int weight) {}

    private static final List<Entrant> ENTRANTS = List.of(
            new Entrant(CAMPAIGN, "Clean Wells for Kisumu", 34),
            new Entrant("night-school", "Night School on Wheels", 27),
            new Entrant("reefs", "Reefs for Our Children", 21),
            new Entrant("warm-bed", "A Warm Bed Tonight", 12),
            new Entrant("guide-dogs", "산책을 부탁해: 안내견 학교", 6));

    private static @Nullable String importId;

    private Showcase() {}

    static synchronized void make() {
        if (importId != null) {
            return;
        }
        var opensAt = now().minus(SO_FAR).truncatedTo(ChronoUnit.HOURS);
        contest(OPEN, "The Winter 48", opensAt, "");
        var report = imported(OPEN, "ndjson", traffic(opensAt, Duration.between(opensAt, now()), links()));
        contest(CERTIFIED, "The December Challenge 2013", TestContests.PAST, "");
        imported(CERTIFIED, "ndjson", traffic(TestContests.PAST, TestContests.TWO_DAYS, List.of()));
        trust(CERTIFIED);
        organizer()
                .body("""
                        {"currency":"USD","prizes":[{"place":1,"amount":50000},{"place":2,"amount":20000},{"place":3,"amount":5000}]}""")
                .put("/api/contests/" + CERTIFIED + "/prizes")
                .then()
                .statusCode(200);
        certified(CERTIFIED);
        contest(SCHEDULED, "The Spring 48", now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.HOURS), """
                ,"blackout":"PT6H\"""");
        trust(OPEN);
        importId = report.path("id").asText();
    }

    private static void trust(String contest) {
        organizer()
                .body("""
                        {"organization":"Kisumu Water Trust","registeredNumber":"CH 4848-48",
                         "registry":{"name":"Register of Charities","url":"https://register.example/4848-48"},
                         "contact":"hello@clean-wells.example","donationUrl":"https://clean-wells.example/give",
                         "costs":[{"label":"Wells and pumps","share":71},{"label":"Training","share":18},{"label":"Office","share":11}],
                         "impact":{"amount":2500,"currency":"USD","one":"brings one family clean water","many":"families with clean water"}}""")
                .put("/api/contests/" + contest + "/campaigns/" + CAMPAIGN + "/trust")
                .then()
                .statusCode(200);
    }

    /** That of the open contest's traffic. */
    static String importId() {
        return Objects.requireNonNull(importId);
    }

    private static void contest(String slug, String name, Instant opensAt, String more) {
        organizer()
                .body("""
                        {"slug":"%s","name":"%s","zone":"%s","opensAt":"%s"%s}""".formatted(slug, name, NEW_YORK, LocalDateTime.ofInstant(opensAt, ZoneId.of(NEW_YORK)), more))
                .post("/api/contests")
                .then()
                .statusCode(201);
        for (var entrant : ENTRANTS) {
            enter(slug, """
                    {"slug":"%s","title":"%s","pageUrl":"https://%s.example/video"}""".formatted(entrant.slug, entrant.title, entrant.slug));
        }
    }

    /** More by day than by night, some who refresh, a robot, and shares. */
    private static byte[] traffic(Instant from, Duration length, List<String> links) {
        var random = new SplittableRandom(SEED);
        var lines = new StringBuilder();
        for (var each = 0; each < PINGS; each++) {
            var at = from.plusMillis((long) (length.toMillis() * evening(random.nextDouble())));
            var campaign = entrant(random);
            var visitor = random.nextDouble() < ONE_IN_TEN ? "fan" + random.nextInt(8) : "v" + each;
            if (random.nextDouble() < ONE_IN_TEN) {
                lines.append(
                        line(at, campaign, visitor, """
                        "share","platform":"%s\"""".formatted(PLATFORMS.get(random.nextInt(PLATFORMS.size())))));
                continue;
            }
            var isBrought = campaign.equals(CAMPAIGN) && !links.isEmpty() && each % 4 == 0;
            lines.append(line(
                    at, campaign, visitor, isBrought ? """
                    "view","via":"%s\"""".formatted(links.get(each / 4 % links.size())) : "\"view\""));
            if (random.nextDouble() < ONE_IN_TEN) {
                lines.append(line(at.plusSeconds(random.nextInt(1, 30)), campaign, visitor, "\"view\""));
            }
            if (random.nextDouble() < ONE_IN_TEN / 5) {
                lines.append(line(at, campaign, visitor, """
                        "view","userAgent":"%s\"""".formatted(TestContests.ROBOT)));
            }
        }
        refresher(lines, from.plus(length.dividedBy(2)));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Share links of the most eager fans of {@link #CAMPAIGN} in the open contest. */
    private static List<String> links() {
        return IntStream.range(0, 2 * PLATFORMS.size())
                .mapToObj(each -> TestContests.browser()
                        .contentType("application/json")
                        .body("""
                                {"contest":"%s","campaign":"%s","platform":"%s","visitor":"fan%d"}""".formatted(OPEN, CAMPAIGN, PLATFORMS.get(each % PLATFORMS.size()), each % 5))
                        .post("/api/links")
                        .<String>path("code"))
                .toList();
    }

    private static double evening(double uniform) {
        return uniform + Math.sin(uniform * 4 * Math.PI) / (5 * Math.PI);
    }

    private static void refresher(StringBuilder lines, Instant from) {
        for (var second = 0; second < 300; second += 5) {
            lines.append(line(from.plusSeconds(second), "reefs", "refresher", "\"view\""));
        }
    }

    private static String entrant(SplittableRandom random) {
        var left = random.nextInt(ENTRANTS.stream().mapToInt(Entrant::weight).sum());
        for (var entrant : ENTRANTS) {
            left -= entrant.weight;
            if (left < 0) {
                return entrant.slug;
            }
        }
        throw new AssertionError("Somebody has the last weight");
    }

    private static String line(Instant at, String campaign, String visitor, String kind) {
        return "{\"at\":\"%s\",\"campaign\":\"%s\",\"visitor\":\"%s\",\"ip\":\"198.51.100.%d\",\"kind\":%s}%n"
                .formatted(Instants.text(at), campaign, visitor, Math.floorMod(visitor.hashCode(), 200), kind);
    }
}
