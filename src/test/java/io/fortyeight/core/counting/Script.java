package io.fortyeight.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Pings and their verdicts as a text table; times are milliseconds from an opening off the wall clock's hours. */
final class Script {

    static final String ROBOTS = "crawler-user-agents 1.60.0";
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    /** 2013-12-17T05:17:23.456Z. */
    static final long OPENS = 1_387_257_443_456L;

    static final VotingWindow WINDOW = new VotingWindow(OPENS, OPENS + 48 * HOUR);

    static final RulesCard FAIR = Preset.FAIR_48H.card(ROBOTS);
    static final RulesCard COUNTER = Preset.COUNTER_5_1.card(ROBOTS);
    static final RulesCard DAILY = Preset.ONE_PER_DAY.card(ROBOTS);
    static final RulesCard RAW = Preset.RAW.card(ROBOTS);

    private Script() {}

    /** Raw, with only these parts. */
    static RulesCard only(
            RulesCard.Repeat repeat, RulesCard.Cap cap, RulesCard.Freeze freeze, RulesCard.Network network) {
        return new RulesCard("raw", repeat, cap, freeze, network, null, new RulesCard.Score(1, 0), ROBOTS);
    }

    static VisitorKey visitor(long number) {
        return new VisitorKey(number * 0x9E3779B97F4A7C15L, ~number);
    }

    static NetworkKey network(long number) {
        return new NetworkKey(number * 0xC2B2AE3D27D4EB4FL);
    }

    static Ping view(long atMillis) {
        return new Ping(OPENS + atMillis, Item.view(0), visitor(0), network(0), false);
    }

    /** The verdicts on one visitor's views of one campaign. */
    static String verdicts(RulesCard card, long... atMillis) {
        Histories histories = new Histories(WINDOW, card);
        CountingRules rules = new CountingRules(WINDOW, card);
        return LongStream.of(atMillis)
                .mapToObj(at -> judgeAndRecord(rules, histories, view(at)))
                .map(Script::nameOf)
                .collect(Collectors.joining(" "));
    }

    static Verdict judgeAndRecord(CountingRules rules, Histories histories, Ping ping) {
        Verdict verdict = rules.judge(histories, ping);
        histories.record(ping, verdict);
        return verdict;
    }

    static String nameOf(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Judges a table of pings and compares it with the verdicts in its last column.
     *
     * @param table lines of {@code millis visitor item network verdict}: a letter for the visitor, with {@code !} before
     *     it if a robot; {@code view0} or {@code twitter0}; {@code n1}, or {@code -} when not known
     */
    static void play(RulesCard card, String table) {
        Histories histories = new Histories(WINDOW, card);
        CountingRules rules = new CountingRules(WINDOW, card);
        String judged = table.lines()
                .map(line -> {
                    String[] cells = line.trim().split(" +");
                    cells[4] = nameOf(judgeAndRecord(rules, histories, ping(cells)));
                    return String.join(" ", cells);
                })
                .collect(Collectors.joining("\n"));
        String expected = table.lines()
                .map(line -> String.join(" ", line.trim().split(" +")))
                .collect(Collectors.joining("\n"));
        assertThat(judged).isEqualTo(expected);
    }

    private static Ping ping(String[] cells) {
        boolean robot = cells[1].startsWith("!");
        int campaign = Integer.parseInt(cells[2].replaceAll("\\D", ""));
        String platform = cells[2].replaceAll("\\d", "");
        Item item = platform.equals("view")
                ? Item.view(campaign)
                : Item.share(campaign, Platform.ofJsonName(platform).orElseThrow());
        return new Ping(
                OPENS + Long.parseLong(cells[0].replace("_", "")),
                item,
                visitor(cells[1].charAt(robot ? 1 : 0)),
                cells[3].equals("-") ? null : network(Long.parseLong(cells[3].substring(1))),
                robot);
    }

    /** Every {@code step} milliseconds from {@code first} on, {@code count} times. */
    static long[] every(long first, long step, int count) {
        return LongStream.range(0, count).map(i -> first + i * step).toArray();
    }

    static long[] then(long[] first, long... more) {
        long[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
