package io.fortyeight.core.tally;

import io.fortyeight.core.counting.RulesCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The leaderboard's order: score, then who reached it earlier, else a shared place. */
public final class Standings {

    private Standings() {}

    /** A campaign's sums on the way to its standing. */
    private static final class Sums {

        private static final Comparator<Sums> BEST_FIRST = Comparator.comparingLong((Sums sums) -> sums.score)
                .reversed()
                .thenComparingLong(sums -> sums.lastScoredAtMillis);

        private final int campaign;
        private long score;
        private long counted;
        private long discounted;

        /** Of the last ping that scored: when the final score was reached. */
        private long lastScoredAtMillis = Long.MIN_VALUE;

        private Sums(int campaign) {
            this.campaign = campaign;
        }

        private void addBrought(Tally tally, int weight) {
            score += tally.brought(campaign) * weight;
            if (weight > 0) {
                lastScoredAtMillis = Math.max(lastScoredAtMillis, tally.lastBroughtAtMillis(campaign));
            }
        }

        private void add(TallyRow row, int weight) {
            if (!row.verdict().isCounted()) {
                discounted += row.count();
                return;
            }
            counted += row.count();
            score += row.count() * weight;
            if (weight > 0) {
                lastScoredAtMillis = Math.max(lastScoredAtMillis, row.lastReceivedAtMillis());
            }
        }
    }

    /**
     * The standings, best first; within a shared place by campaign number.
     *
     * @param campaigns how many there are: each from 0 on gets a standing, also without pings. Look this up after reading
     *     the tally, for campaigns may be added meanwhile
     * @throws IllegalArgumentException if the tally has pings of a campaign beyond them
     */
    public static List<Standing> of(Tally tally, RulesCard.Score score, int campaigns) {
        List<Sums> sums = new ArrayList<>(campaigns);
        for (int campaign = 0; campaign < campaigns; campaign++) {
            sums.add(new Sums(campaign));
        }
        for (TallyRow row : tally.rows()) {
            if (row.campaign() >= campaigns) {
                throw new IllegalArgumentException(
                        "The tally has pings of campaign " + row.campaign() + ", but there are " + campaigns);
            }
            sums.get(row.campaign()).add(row, score.of(row.kind()));
        }
        sums.forEach(own -> own.addBrought(tally, score.brought()));
        sums.sort(Sums.BEST_FIRST);
        List<Standing> standings = new ArrayList<>(campaigns);
        int place = 1;
        for (int i = 0; i < campaigns; i++) {
            Sums own = sums.get(i);
            if (i > 0 && Sums.BEST_FIRST.compare(sums.get(i - 1), own) != 0) {
                place = i + 1;
            }
            standings.add(new Standing(place, own.campaign, own.score, own.counted, own.discounted));
        }
        return standings;
    }
}
