package io.fortyeight.site.contest;

import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VotingWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of some schedules of views in a contest: judged by its own card with the very rules that count, so that no
 * example can be wrong.
 *
 * @param edges views around the opening and the closing, each by a visitor of its own
 * @param returns one visitor who comes back
 * @param refreshing one visitor who refreshes until they are frozen, or for a while
 * @param onRepeat one visitor who leaves a video of three minutes on repeat for the whole window
 * @param school people behind one network who each look once, until one is too many; null without an allowance
 */
record WorkedExample(
        List<Look> edges,
        List<Look> returns,
        Run refreshing,
        Run onRepeat,
        @Nullable Run school) {

    /** A view and its verdict. */
    record Look(long atMillis, Verdict verdict) {}

    /**
     * Views in regular steps.
     *
     * @param endsWith the number of the first one that froze or was too many, from 1; 0 when there was none
     */
    record Run(long stepMillis, int sent, int counted, int endsWith) {

        long endsAfterMillis() {
            return stepMillis * (endsWith - 1);
        }
    }

    private static final long VIDEO_MILLIS = Duration.ofMinutes(3).toMillis();
    private static final long REFRESH_MILLIS = Duration.ofSeconds(10).toMillis();
    private static final long SECOND_MILLIS = 1_000;
    private static final int MAX_VIEWS = 50_000;
    private static final int REFRESHES = 360;

    static WorkedExample of(VotingWindow window, RulesCard card) {
        return new WorkedExample(
                edges(window, card),
                returns(window, card),
                refreshing(window, card),
                run(window, card, VIDEO_MILLIS, MAX_VIEWS, false, Verdict.FREEZES, false),
                school(window, card));
    }

    private static List<Look> edges(VotingWindow window, RulesCard card) {
        var looks = new ArrayList<Look>();
        for (var atMillis : List.of(
                window.opensAtMillis() - 1,
                window.opensAtMillis(),
                window.closesAtMillis() - 1,
                window.closesAtMillis())) {
            looks.add(new Look(atMillis, new Replay(window, card).judge(atMillis, 0)));
        }
        return looks;
    }

    /** Around the instants at which the card's rules change their mind. */
    private static List<Look> returns(VotingWindow window, RulesCard card) {
        var offsets = new TreeSet<>(List.of(0L, SECOND_MILLIS));
        var repeat = card.repeat();
        if (repeat != null) {
            offsets.clear();
            offsets.addAll(around(repeat.withinMillis()));
            offsets.add(0L);
        }
        var cap = card.cap();
        if (cap != null) {
            offsets.addAll(around(cap.slotMillis()));
        }
        var replay = new Replay(window, card);
        return offsets.stream()
                .filter(offset -> window.contains(window.opensAtMillis() + offset))
                .map(offset -> new Look(offset, replay.judge(window.opensAtMillis() + offset, 0)))
                .toList();
    }

    private static List<Long> around(long millis) {
        var near = millis > SECOND_MILLIS ? SECOND_MILLIS : 1;
        return List.of(millis - near, millis + near);
    }

    private static Run refreshing(VotingWindow window, RulesCard card) {
        var freeze = card.freeze();
        if (freeze == null) {
            return run(window, card, REFRESH_MILLIS, REFRESHES, false, Verdict.FREEZES, true);
        }
        var stepMillis = Math.max(1, freeze.withinMillis() / (2L * freeze.pings()));
        return run(window, card, stepMillis, 2 * freeze.pings() + 1, false, Verdict.FREEZES, true);
    }

    private static @Nullable Run school(VotingWindow window, RulesCard card) {
        var network = card.network();
        if (network == null || network.max() >= MAX_VIEWS) {
            return null;
        }
        var stepMillis = Math.max(1, Math.min(SECOND_MILLIS, network.slotMillis() / (network.max() + 1L)));
        return run(window, card, stepMillis, network.max() + 1, true, Verdict.CROWDED, true);
    }

    /**
     * One view after another from the opening on.
     *
     * @param sought the verdict that {@code endsWith} is about
     * @param endsThere whether the run ends with it; otherwise it goes on to the end of the window
     */
    private static Run run(
            VotingWindow window,
            RulesCard card,
            long stepMillis,
            int most,
            boolean isEachByAnother,
            Verdict sought,
            boolean endsThere) {
        var replay = new Replay(window, card);
        var sent = 0;
        var counted = 0;
        var endsWith = 0;
        var atMillis = window.opensAtMillis();
        while (window.contains(atMillis) && sent < most && !(endsThere && endsWith > 0)) {
            var verdict = replay.judge(atMillis, isEachByAnother ? sent : 0);
            sent++;
            counted += verdict.isCounted() ? 1 : 0;
            endsWith = endsWith == 0 && verdict == sought ? sent : endsWith;
            atMillis += stepMillis;
        }
        return new Run(stepMillis, sent, counted, endsWith);
    }
}
