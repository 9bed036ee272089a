package io.fortyeight.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortyeight.contest.api.ContestService;
import io.fortyeight.contest.api.NewCampaign;
import io.fortyeight.contest.api.NewContest;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.trust.NewPrizes;
import io.fortyeight.contest.trust.NewTrust;
import io.fortyeight.contest.trust.TrustService;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The demonstration's contest: made like any organizer's, through the same service and its checks. */
@Singleton
class DemoContest {

    private static final Pattern SLUG = Pattern.compile("demo(-\\d+)?");

    /** Clocks don't change there, so that no local time is skipped or comes twice. */
    private static final String ZONE = "Asia/Seoul";

    /** Time to state prizes and cards, which have to be there when the window opens. */
    private static final Duration PREPARATION = Duration.ofSeconds(5);

    private static final String BY = "demo";

    private static final NewPrizes PRIZES = new NewPrizes(
            "USD",
            List.of(
                    new NewPrizes.Prize(1, BigDecimal.valueOf(10_000)),
                    new NewPrizes.Prize(2, BigDecimal.valueOf(5_000)),
                    new NewPrizes.Prize(3, BigDecimal.valueOf(2_500))));

    /**
     * Who takes part.
     *
     * @param host of its made-up addresses: names below {@code .example} lead nowhere, anywhere
     * @param shares what of 100 is used for {@code uses}, in their order
     */
    private record Entrant(
            String title, String host, List<String> uses, List<Integer> shares, int amount, String one, String many) {

        String slug() {
            return title.toLowerCase(Locale.ROOT).replace(' ', '-');
        }

        NewTrust card() {
            return new NewTrust(
                    title + " (made up for this demonstration)",
                    "DEMO-" + host.length() + "48",
                    new NewTrust.Registry("Register of made-up charities", "https://register.example/" + slug()),
                    "hello@" + host,
                    "https://" + host + "/give",
                    IntStream.range(0, uses.size())
                            .mapToObj(
                                    use -> new NewTrust.Cost(uses.get(use), BigDecimal.valueOf(shares.get(use)), null))
                            .toList(),
                    null,
                    new NewTrust.Impact(BigDecimal.valueOf(amount), "USD", one, many));
        }
    }

    private static final List<Entrant> ENTRANTS = List.of(
            new Entrant(
                    "Clean Wells for Kisumu",
                    "wells.example",
                    List.of("Drilling", "Pumps and pipes", "Training", "Office"),
                    List.of(48, 27, 15, 10),
                    2_500,
                    "brings clean water to one village",
                    "villages with clean water"),
            new Entrant(
                    "Night School on Wheels",
                    "night-school.example",
                    List.of("Teachers", "The bus", "Books", "Office"),
                    List.of(55, 24, 12, 9),
                    500,
                    "keeps one pupil in school for a year",
                    "pupils in school for a year"),
            new Entrant(
                    "Reefs for Our Children",
                    "reefs.example",
                    List.of("Coral nurseries", "Divers", "Research", "Office"),
                    List.of(40, 30, 18, 12),
                    50,
                    "plants one square metre of reef",
                    "square metres of reef"),
            new Entrant(
                    "A Warm Bed Tonight",
                    "warm-bed.example",
                    List.of("Beds and meals", "Night staff", "Advice", "Office"),
                    List.of(60, 22, 10, 8),
                    25,
                    "gives one person a bed for a night",
                    "nights in a warm bed"));

    private final ContestService organizing;
    private final TrustService stating;
    private final ContestDirectory directory;
    private final Clock clock;

    DemoContest(ContestService organizing, TrustService stating, ContestDirectory directory, Clock clock) {
        this.organizing = organizing;
        this.stating = stating;
        this.directory = directory;
        this.clock = clock;
    }

    /** The demonstration that an earlier run left open, or else a new one that opens in a few seconds. */
    ContestDetails ofThisRun(Duration window) {
        return directory.all().stream()
                .filter(contest -> SLUG.matcher(contest.slug()).matches())
                .filter(contest -> contest.stateAt(clock.instant()) == ContestState.OPEN && !contest.past())
                .filter(contest -> contest.campaigns().size() == ENTRANTS.size())
                .findFirst()
                .orElseGet(() -> create(window));
    }

    private ContestDetails create(Duration window) {
        var slug = freeSlug();
        var opensAt = LocalDateTime.ofInstant(clock.instant().plus(PREPARATION), ZoneId.of(ZONE))
                .truncatedTo(ChronoUnit.SECONDS);
        var rules = JsonNodeFactory.instance.objectNode().put("preset", "fair-48h");
        organizing.create(new NewContest(
                slug,
                "The " + spoken(window) + " Demo Challenge",
                ZONE,
                opensAt.toString(),
                window.toString(),
                null,
                null,
                null,
                null,
                rules,
                true));
        stating.prizes(directory.find(slug).orElseThrow(), PRIZES, BY);
        for (var entrant : ENTRANTS) {
            var page = "https://example.org/" + slug + "/" + entrant.slug();
            var campaign = organizing.enter(slug, new NewCampaign(entrant.slug(), entrant.title(), page, null));
            stating.card(directory.find(slug).orElseThrow(), campaign, entrant.card(), BY);
        }
        return directory.find(slug).orElseThrow();
    }

    private String freeSlug() {
        var slug = "demo";
        for (int n = 2; directory.find(slug).isPresent(); n++) {
            slug = "demo-" + n;
        }
        return slug;
    }

    /** For instance {@code 3-Minute}. */
    private static String spoken(Duration window) {
        return window.toSecondsPart() == 0 && window.toMinutes() > 0
                ? window.toMinutes() + "-Minute"
                : window.toSeconds() + "-Second";
    }
}
