package io.fortyeight.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.contest.ContestState;
import io.fortyeight.contest.NewCampaign;
import io.fortyeight.contest.NewContest;
import io.fortyeight.contest.Organizing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The demonstration's contest: made like any organizer's, through the same service and its checks. */
@Singleton
class DemoContest {

    private static final Pattern SLUG = Pattern.compile("demo(-\\d+)?");

    /** Clocks don't change there, so that no local time is skipped or comes twice. */
    private static final String ZONE = "Asia/Seoul";

    private static final List<String> TITLES =
            List.of("Clean Wells for Kisumu", "Night School on Wheels", "Reefs for Our Children", "A Warm Bed Tonight");

    private final Organizing organizing;
    private final ContestDirectory directory;
    private final Clock clock;

    DemoContest(Organizing organizing, ContestDirectory directory, Clock clock) {
        this.organizing = organizing;
        this.directory = directory;
        this.clock = clock;
    }

    /** The demonstration that an earlier run left open, or else a new one that opens now. */
    ContestDetails ofThisRun(Duration window) {
        return directory.all().stream()
                .filter(contest -> SLUG.matcher(contest.slug()).matches())
                .filter(contest -> contest.stateAt(clock.instant()) == ContestState.OPEN && !contest.past())
                .filter(contest -> contest.campaigns().size() == TITLES.size())
                .findFirst()
                .orElseGet(() -> create(window));
    }

    private ContestDetails create(Duration window) {
        var slug = freeSlug();
        var opensAt = LocalDateTime.ofInstant(clock.instant(), ZoneId.of(ZONE)).truncatedTo(ChronoUnit.SECONDS);
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
                rules));
        for (var title : TITLES) {
            var campaign = title.toLowerCase(Locale.ROOT).replace(' ', '-');
            organizing.enter(
                    slug, new NewCampaign(campaign, title, "https://example.org/" + slug + "/" + campaign, null));
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
