package io.fortyeight.core.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.RulesCard.Score;
import io.fortyeight.core.counting.Verdict;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private static final Score VIEWS = new Score(1, 0);
    private static final Score BOTH = new Score(2, 5);

    private final Tally tally = new Tally();

    private void views(int campaign, Verdict verdict, long count, long lastAt) {
        tally.add(new TallyRow(campaign, Kind.VIEW, null, verdict, count, lastAt));
    }

    private void shares(int campaign, long count, long lastAt) {
        tally.add(new TallyRow(campaign, Kind.SHARE, Platform.LINE, Verdict.COUNTED, count, lastAt));
    }

    private String standings(Score score, int campaigns) {
        return Standings.of(tally, score, campaigns).stream()
                .map(standing -> standing.place() + ". campaign " + standing.campaign() + ": " + standing.score() + " ("
                        + standing.counted() + " counted, " + standing.discounted() + " discounted)")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void higherScore_ranksFirst() {
        views(0, Verdict.COUNTED, 3, 10);
        views(0, Verdict.REPEAT, 90, 10);
        views(1, Verdict.COUNTED, 4, 20);
        views(1, Verdict.FROZEN, 2, 30);

        assertThat(standings(VIEWS, 3)).isEqualTo("""
                        1. campaign 1: 4 (4 counted, 2 discounted)
                        2. campaign 0: 3 (3 counted, 90 discounted)
                        3. campaign 2: 0 (0 counted, 0 discounted)
                        """);
    }

    @Test
    void sameScore_whoReachedItEarlierRanksFirst() {
        views(0, Verdict.COUNTED, 4, 20);
        views(1, Verdict.COUNTED, 4, 19);
        views(1, Verdict.CAPPED, 1, 99);
        shares(1, 3, 98);

        assertThat(standings(VIEWS, 2)).isEqualTo("""
                        1. campaign 1: 4 (7 counted, 1 discounted)
                        2. campaign 0: 4 (4 counted, 0 discounted)
                        """);
    }

    @Test
    void sameScoreAtTheSameInstant_isASharedPlace_followedByAGap() {
        views(2, Verdict.COUNTED, 4, 20);
        views(0, Verdict.COUNTED, 4, 20);
        views(1, Verdict.COUNTED, 3, 1);

        assertThat(standings(VIEWS, 3)).isEqualTo("""
                        1. campaign 0: 4 (4 counted, 0 discounted)
                        1. campaign 2: 4 (4 counted, 0 discounted)
                        3. campaign 1: 3 (3 counted, 0 discounted)
                        """);
    }

    @Test
    void noScore_isASharedPlace_whateverElseWasSent() {
        views(0, Verdict.LATE, 4, 20);
        shares(1, 3, 50);
        views(3, Verdict.COUNTED, 1, 9);

        assertThat(standings(VIEWS, 4)).isEqualTo("""
                        1. campaign 3: 1 (1 counted, 0 discounted)
                        2. campaign 0: 0 (0 counted, 4 discounted)
                        2. campaign 1: 0 (3 counted, 0 discounted)
                        2. campaign 2: 0 (0 counted, 0 discounted)
                        """);
    }

    @Test
    void weighedShares_scoreAndBreakTies() {
        views(0, Verdict.COUNTED, 5, 10);
        shares(1, 2, 11);
        shares(2, 1, 5);
        views(2, Verdict.COUNTED, 3, 6);

        assertThat(standings(BOTH, 3)).isEqualTo("""
                        1. campaign 2: 11 (4 counted, 0 discounted)
                        2. campaign 0: 10 (5 counted, 0 discounted)
                        3. campaign 1: 10 (2 counted, 0 discounted)
                        """);
    }

    @Test
    void noCampaigns_haveNoStandings() {
        assertThat(Standings.of(tally, VIEWS, 0)).isEmpty();
    }

    @Test
    void pingsOfAnUnknownCampaign_areRefused() {
        views(2, Verdict.COUNTED, 1, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standings.of(tally, VIEWS, 2))
                .withMessageContaining("campaign 2");
    }
}
