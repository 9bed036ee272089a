package io.fortyeight.site.contest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.VotingWindow;
import jakarta.enterprise.context.ApplicationScoped;

/** The worked examples of each contest's card, computed once: some replay a view every three minutes of the window. */
@ApplicationScoped
class WorkedExamples {

    private static final int MAX_KEPT = 200;

    private record Rules(RulesCard card, VotingWindow window) {}

    private final Cache<Rules, WorkedExample> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    WorkedExample of(ContestDetails contest) {
        return kept.get(
                new Rules(contest.rules(), contest.window()), rules -> WorkedExample.of(rules.window(), rules.card()));
    }
}
