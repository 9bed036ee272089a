package io.fortyeight.standings;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.ledger.read.TallyReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How each campaign's counted pings came in: so many in each whole step of the window that is over and may be seen. */
public record Sparklines(Map<String, String> lines) {

    private static final int MAX_POINTS = 48;
    private static final long MINUTE_MILLIS = 60_000;

    /**
     * The steps of a window, in minutes since the epoch.
     *
     * @param minutes of a step
     * @param count of the steps that are over
     */
    record Steps(int first, int minutes, int count) {

        /** @param beforeMillis what is received then or later is left out */
        static Steps of(ContestDetails contest, long beforeMillis) {
            var window = contest.window();
            var first = Math.floorDiv(window.opensAtMillis(), MINUTE_MILLIS);
            var end = -Math.floorDiv(-window.closesAtMillis(), MINUTE_MILLIS);
            var minutes = Math.max(1, (end - first + MAX_POINTS - 1) / MAX_POINTS);
            var before = Math.min(end, Math.floorDiv(beforeMillis, MINUTE_MILLIS));
            return new Steps(
                    Math.toIntExact(first),
                    Math.toIntExact(minutes),
                    Math.toIntExact(Math.max(0, (before - first) / minutes)));
        }

        boolean isLine() {
            return count >= 2;
        }

        int end() {
            return first + minutes * count;
        }
    }

    public static Sparklines none() {
        return new Sparklines(Map.of());
    }

    public static Sparklines of(ContestDetails contest, Steps steps, List<TallyReader.StepCount> counts) {
        var byCampaign = new HashMap<Integer, long[]>();
        for (var each : counts) {
            byCampaign.computeIfAbsent(each.campaign(), number -> new long[steps.count()])[each.step()] = each.count();
        }
        return new Sparklines(byCampaign.entrySet().stream()
                .filter(line -> line.getKey() < contest.campaigns().size())
                .collect(Collectors.toMap(
                        line -> contest.campaigns().get(line.getKey()).slug(), line -> joined(line.getValue()))));
    }

    private static String joined(long[] counts) {
        return LongStream.of(counts).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    /** Separated by commas; empty when nothing was counted, or too few steps are over. */
    public String of(String campaign) {
        return lines.getOrDefault(campaign, "");
    }
}
