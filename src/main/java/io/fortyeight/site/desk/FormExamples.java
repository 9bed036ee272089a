package io.fortyeight.site.desk;

import io.fortyeight.core.counting.Reason;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.VotingWindow;
import io.fortyeight.site.contest.Replay;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What a rules card does to visitors whom every organizer asks about: found out by judging their views by it. */
final class FormExamples {

    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final long VIDEO_MILLIS = 3 * MINUTE_MILLIS;
    private static final int SCHOOL = 400;

    private FormExamples() {}

    /**
     * One of them.
     *
     * @param key of the message that says what the visitors do
     * @param discounted why how many views do not count
     */
    record Example(String key, long sent, long counted, boolean isAllCounted, List<Discounted> discounted) {}

    record Discounted(Reason reason, long number) {}

    private record View(long atMillis, long visitor) {}

    /** As they fall into a window of this length; all of them begin as it opens. */
    static List<Example> of(RulesCard card, Duration length) {
        var windowMillis = length.toMillis();
        return List.of(
                alone("exampleReloads", card, windowMillis, LongStream.of(0, 10_000, 29_000, 31_000)),
                alone("exampleReturns", card, windowMillis, every(HOUR_MILLIS, windowMillis)),
                alone("exampleRepeat", card, windowMillis, every(VIDEO_MILLIS, windowMillis)),
                alone("exampleHammer", card, windowMillis, every(5_000, HOUR_MILLIS)),
                crowd("exampleSchool", card, windowMillis, SCHOOL, each -> each * 1_000),
                crowd("exampleMachine", card, windowMillis, (int) (HOUR_MILLIS / 1_000), each -> each * 1_000));
    }

    private static LongStream every(long stepMillis, long untilMillis) {
        return LongStream.iterate(0, at -> at < untilMillis, at -> at + stepMillis);
    }

    private static Example alone(String key, RulesCard card, long windowMillis, LongStream atMillis) {
        return judged(key, card, windowMillis, atMillis.mapToObj(at -> new View(at, 0)));
    }

    private static Example crowd(
            String key, RulesCard card, long windowMillis, int visitors, LongUnaryOperator atMillis) {
        return judged(
                key,
                card,
                windowMillis,
                LongStream.range(0, visitors).mapToObj(each -> new View(atMillis.applyAsLong(each), each)));
    }

    private static Example judged(String key, RulesCard card, long windowMillis, Stream<View> views) {
        var window = new VotingWindow(0, windowMillis);
        var replay = new Replay(window, card);
        var discounted = new EnumMap<Reason, Long>(Reason.class);
        var sent = new long[1];
        views.filter(view -> window.contains(view.atMillis())).forEach(view -> {
            sent[0]++;
            var reason = replay.judge(view.atMillis(), view.visitor()).reason();
            if (reason != null) {
                discounted.merge(reason, 1L, Long::sum);
            }
        });
        var lost = discounted.values().stream().mapToLong(Long::longValue).sum();
        return new Example(key, sent[0], sent[0] - lost, lost == 0, lines(discounted));
    }

    private static List<Discounted> lines(Map<Reason, Long> discounted) {
        return discounted.entrySet().stream()
                .map(entry -> new Discounted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
