package io.fortyeight.spread;

import io.fortyeight.core.counting.Platform;
import java.util.List;
import java.util.SplittableRandom;

/**
 * By which chance a campaign spreads: a branching process (F. Galton and H. W. Watson, "On the probability of the extinction of
 * families", 1875) whose law depends on generation and platform. Each visitor shares on each platform by a chance of its
 * own; the post is clicked by a Poisson number of people, of whom each comes by a chance of the platform's.
 */
final class SpreadLaw {

    /**
     * @param shares how likely a visitor is to share there
     * @param clicks how many click on the link, on average, in a generation whose factor is 1
     * @param comes how likely one who clicks is to view the page
     */
    record Habit(Platform platform, double shares, double clicks, double comes) {}

    static final List<Habit> HABITS = List.of(
            new Habit(Platform.TWITTER, 0.35, 1.5, 0.7),
            new Habit(Platform.FACEBOOK, 0.30, 2.0, 0.6),
            new Habit(Platform.KAKAOTALK, 0.20, 2.5, 0.8),
            new Habit(Platform.WHATSAPP, 0.15, 2.0, 0.75));

    /** News wears off: each generation's friends click less; the last holds for all that follow. */
    private static final double[] FACTORS = {1.2, 0.9, 0.7, 0.6, 0.5, 0.4};

    private SpreadLaw() {}

    static double clicks(Habit habit, int generation) {
        return habit.clicks() * FACTORS[Math.min(generation, FACTORS.length - 1)];
    }

    /** How many visitors one of a generation brings by a platform, on average. */
    static double mean(Habit habit, int generation) {
        return habit.shares() * cameByAPost(habit, generation);
    }

    /** Of that number: a Poisson number if shared at all. */
    static double variance(Habit habit, int generation) {
        var came = cameByAPost(habit, generation);
        return habit.shares() * came + habit.shares() * (1 - habit.shares()) * came * came;
    }

    private static double cameByAPost(Habit habit, int generation) {
        return clicks(habit, generation) * habit.comes();
    }

    /** K: how many visitors one of a generation brings, on average. */
    static double mean(int generation) {
        return HABITS.stream().mapToDouble(habit -> mean(habit, generation)).sum();
    }

    static double variance(int generation) {
        return HABITS.stream().mapToDouble(habit -> variance(habit, generation)).sum();
    }

    /** Knuth's way: means here are small. */
    static int poisson(SplittableRandom random, double mean) {
        var limit = Math.exp(-mean);
        var number = 0;
        for (var product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            number++;
        }
        return number;
    }
}
