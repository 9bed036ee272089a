package io.fortyeight.site.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.site.campaign.CampaignMessages;
import io.fortyeight.site.campaign.CampaignStanding;
import io.fortyeight.site.campaign.ResultStatus;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Draws pictures, one at a time, and keeps the last few: the same is not drawn twice, however often it is asked for. Who
 * would have to wait for long is asked to come again, so that pictures never keep threads from the count.
 */
@ApplicationScoped
class Pictures {

    private static final Duration SAME_FOR = Duration.ofSeconds(10);
    private static final int MAX_KEPT = 200;
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long RETRY_AFTER_SECONDS = 5;

    /** What may be told is part of it: nothing from before a change is shown after it. */
    private record Asked(int contestId, String campaign, Language language, ResultStatus stand) {}

    private final Lettering lettering;
    private final Semaphore brush = new Semaphore(1, true);
    private final Cache<Picture, byte[]> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    /** A contest's numbers change all the time, its picture only now and then. */
    private final Cache<Asked, Picture> recent = Caffeine.newBuilder()
            .expireAfterWrite(SAME_FOR)
            .maximumSize(MAX_KEPT)
            .build();

    Pictures(Lettering lettering) {
        this.lettering = lettering;
    }

    /** The contest's. @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when too many wait */
    byte[] of(ContestSnapshot glance, PageText<CampaignMessages> words) {
        return png(recent.get(asked(glance, "", words), absent -> picture(glance, words)));
    }

    /** A campaign's. @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when too many wait */
    byte[] of(ContestSnapshot glance, CampaignStanding race, PageText<CampaignMessages> words) {
        var asked = asked(glance, race.line().campaign(), words);
        return png(recent.get(asked, absent -> picture(glance, race, words)));
    }

    private static Asked asked(ContestSnapshot glance, String campaign, PageText<CampaignMessages> words) {
        return new Asked(glance.contest().id(), campaign, words.language(), glance.stand());
    }

    private byte[] png(Picture picture) {
        var before = kept.getIfPresent(picture);
        if (before != null) {
            return before;
        }
        try {
            if (!brush.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw Problems.unavailable("Too many pictures are asked for", RETRY_AFTER_SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("This server stops", RETRY_AFTER_SECONDS);
        }
        try {
            return kept.get(picture, absent -> absent.png(lettering));
        } finally {
            brush.release();
        }
    }

    private Picture picture(ContestSnapshot glance, PageText<CampaignMessages> words) {
        var telling = new StandingCaption(glance, words);
        var lines = glance.leaderboard().standings();
        var most = lines.isEmpty() ? 0 : lines.get(0).score();
        var rows = lines.stream()
                .limit(StandingsPicture.ROWS)
                .map(line -> new StandingsPicture.Row(
                        telling.place(line.place()),
                        lettering.drawable(line.title(), line.campaign()),
                        words.number(line.score()),
                        most == 0 ? 0 : (double) line.score() / most))
                .toList();
        var more = lines.size() - rows.size();
        var name = glance.contest().name();
        return new StandingsPicture(
                lettering.drawable(name, glance.contest().slug()),
                telling.stand(),
                glance.leaderboard().isFinal(),
                rows,
                more == 0 ? "" : words.messages().more(words.number(more)),
                words.common().noCampaign(),
                name + " · " + telling.ofAll());
    }

    private Picture picture(ContestSnapshot glance, CampaignStanding race, PageText<CampaignMessages> words) {
        var telling = new StandingCaption(glance, words);
        var line = race.line();
        var next = race.next();
        var gap = next == null ? "" : lettering.drawable(race.gap(words), "");
        return new CampaignPicture(
                lettering.drawable(line.title(), line.campaign()),
                lettering.drawable(glance.contest().name(), glance.contest().slug()),
                telling.place(line.place()),
                words.messages().of(words.number(race.campaigns())),
                telling.score(line.score()),
                gap,
                telling.stand(),
                glance.leaderboard().isFinal(),
                line.title() + " · " + telling.of(race));
    }
}
