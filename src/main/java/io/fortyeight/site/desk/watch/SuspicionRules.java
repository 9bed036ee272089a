package io.fortyeight.site.desk.watch;

/**
 * When a share link stands out. Robust, so that what stands out does not move the measure: the median, and the modified
 * z-score of Iglewicz and Hoaglin ("How to Detect and Handle Outliers", ASQC 1993), {@code 0.6745 (x - median) / MAD}, where
 * MAD is the median absolute deviation. When more than half of all links brought the same, MAD is 0; then it is, as they
 * advise, {@code (x - median) / (1.253314 MeanAD)} by the mean absolute deviation.
 *
 * @param leastVisits a link far above the rest has so many at least
 * @param timesMedian and more than so many times the median
 * @param score and a modified z-score above this; 3.5 is theirs
 * @param leastForPart a link of which one network or one minute has a large part has so many visits at least
 * @param part and more than this part of them is of that network or minute
 */
record SuspicionRules(long leastVisits, double timesMedian, double score, long leastForPart, double part) {

    static final SuspicionRules RULES = new SuspicionRules(50, 10, 3.5, 20, 0.5);

    private static final double MAD_FACTOR = 0.6745;
    private static final double MEAN_DEVIATION_FACTOR = 1.253314;

    /** The visits of a contest's links that have any: how they are spread. */
    record Spread(long links, double median, double medianDeviation, double meanDeviation) {

        /** 0 when all links brought the same. */
        double score(long visits) {
            if (medianDeviation > 0) {
                return MAD_FACTOR * (visits - median) / medianDeviation;
            }
            return meanDeviation > 0 ? (visits - median) / (MEAN_DEVIATION_FACTOR * meanDeviation) : 0;
        }
    }

    boolean isFarAbove(long visits, Spread spread) {
        return visits >= leastVisits && visits > timesMedian * spread.median() && spread.score(visits) > score;
    }

    boolean isLargePart(long visits, long part, long of) {
        return visits >= leastForPart && part > this.part * of;
    }
}
