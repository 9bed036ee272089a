package io.fortyeight.core.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.CountingRules;
import io.fortyeight.core.counting.Histories;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Preset;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.core.counting.VotingWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of credit against {@link NaiveCredit}, on random traffic that is judged by the counting rules. */
class CreditingReferenceTest {

    private static final int SEEDS = 1_000;
    private static final int PINGS = 160;
    private static final long OPENS = 1_387_257_443_456L;
    private static final VotingWindow WINDOW =
            new VotingWindow(OPENS, OPENS + Duration.ofHours(48).toMillis());
    private static final Platform[] PLATFORMS = {Platform.TWITTER, Platform.FACEBOOK, Platform.OTHER};

    /** What the traffic led to at least once; a test that never meets a case says nothing of it. */
    private final Set<String> met = new HashSet<>();

    @Test
    void presets_withManyWindows_agreeWithTheReference() {
        for (Preset preset : Preset.values()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                long withinMillis = 1 + random.nextInt(4) * random.nextInt(40_000);
                int mostVisitors = random.nextInt(4) == 0 ? 1 + random.nextInt(8) : 1_000;
                compare(
                        preset.jsonName() + ", seed " + seed,
                        random,
                        preset.card("crawler-user-agents 1.60.0"),
                        withinMillis,
                        mostVisitors);
            }
        }
        assertThat(met)
                .contains("visits", "visitors", "counted", "discounted", "own", "loops", "robots", "parent")
                .contains("generation 4", "credited later", "too late", "other campaign", "unknown", "full");
        assertThat(met)
                .contains(Arrays.stream(Verdict.values()).map(Verdict::name).toArray(String[]::new));
    }

    /** The table of docs/sharing.md: Ann is 0, Ben 1, Cat 2, as are their links; minutes since 09:00. */
    @Test
    void examples_areAsTheDocumentSays() {
        String table = """
                0:00       0 - COUNTED -
                0:10       1 0 COUNTED 0
                0:10:20    1 0 REPEAT  0
                1:30       1 - COUNTED 0
                2:00       0 1 COUNTED -
                2:10       0 0 CAPPED  -
                3:00       2 1 COUNTED 1
                3:10       0 2 COUNTED -
                4:00       1 2 COUNTED 0
                5:00       2 0 COUNTED 0
                29:00      2 - COUNTED 0
                53:00:01   2 - LATE    -
                """;
        VotingWindow window =
                new VotingWindow(OPENS, OPENS + Duration.ofHours(48).toMillis());
        RulesCard card = Preset.FAIR_48H.card("crawler-user-agents 1.60.0");
        CountingRules rules = new CountingRules(window, card);
        Histories histories = new Histories(window, card);
        CreditSums sums = new CreditSums();
        Crediting crediting = new Crediting(Objects.requireNonNull(card.credit()));
        NaiveCredit naive = new NaiveCredit(card.credit().withinMillis(), 1_000);
        CreditTables tables = new CreditTables();
        int sequence = 0;
        for (String line : table.lines().toList()) {
            String[] cells = line.trim().split(" +");
            Ping ping = view(millis(cells[0]), Integer.parseInt(cells[1]), 0);
            Verdict verdict = rules.judge(histories, ping);
            histories.record(ping, verdict);
            assertThat(verdict.name()).as(line).isEqualTo(cells[3]);
            ViewLink credited = feed(
                    new NaiveCredit.Entry(++sequence, ping, verdict, linkOf(cells[2])), crediting, sums, naive, tables);
            assertThat(credited).as(line).isEqualTo(linkOf(cells[4]));
        }
        assertSame("examples", sums, tables, naive);
        assertThat(sums.links().get(0L))
                .hasToString(
                        "3 visits, 1 visitors, 5 counted, 1 discounted, 1 own, 0 loops, 0 robots, generation 0, parent null");
        assertThat(sums.links().get(1L))
                .hasToString(
                        "1 visits, 1 visitors, 1 counted, 0 discounted, 0 own, 1 loops, 0 robots, generation 1, parent 0");
        assertThat(naive.generations(0)).containsExactly(1, 1, 1);
    }

    private static @Nullable ViewLink linkOf(String number) {
        return number.equals("-") ? null : link(Integer.parseInt(number), 0, Integer.parseInt(number), 0);
    }

    private static long millis(String time) {
        String[] parts = time.split(":");
        return Duration.ofHours(Long.parseLong(parts[0])).toMillis()
                + Duration.ofMinutes(Long.parseLong(parts[1])).toMillis()
                + (parts.length > 2
                        ? Duration.ofSeconds(Long.parseLong(parts[2])).toMillis()
                        : 0);
    }

    /** Longer than the generations that are told apart. */
    @Test
    void chain_ofManyGenerations_agreesWithTheReference() {
        CreditSums sums = new CreditSums();
        Crediting crediting = new Crediting(new RulesCard.Credit(60_000));
        NaiveCredit naive = new NaiveCredit(60_000, 1_000);
        CreditTables tables = new CreditTables();
        for (int i = 0; i < 230; i++) {
            ViewLink carried = i == 0 ? null : link(i - 1, 0, i - 1, 0);
            feed(
                    new NaiveCredit.Entry(i + 1, view(i * 1_000L, i, 0), Verdict.COUNTED, carried),
                    crediting,
                    sums,
                    naive,
                    tables);
        }
        for (int distance = 1; distance < 229; distance++) {
            int visitor = 229 - distance;
            feed(
                    new NaiveCredit.Entry(
                            1_000 + distance, view(300_000, visitor, 0), Verdict.REPEAT, link(229, 0, 229, 0)),
                    crediting,
                    sums,
                    naive,
                    tables);
        }
        assertThat(naive.generations(0)).hasSize(230).containsOnly(1);
        assertThat(naive.tables().of(CreditTables.link(229), "loops")).isEqualTo(228);
        assertSame("chain", sums, tables, naive);
    }

    private void compare(String run, Random random, RulesCard card, long withinMillis, int mostVisitors) {
        Crediting crediting = new Crediting(new RulesCard.Credit(withinMillis), mostVisitors);
        CreditSums sums = new CreditSums();
        NaiveCredit naive = new NaiveCredit(withinMillis, mostVisitors);
        CreditTables tables = new CreditTables();
        int visitors = 2 + random.nextInt(14);
        int bareOneIn = 1 + random.nextInt(8);
        int campaigns = 1 + random.nextInt(2);
        List<ViewLink> links = new ArrayList<>();
        for (int i = random.nextInt(4 * visitors); i >= 0; i--) {
            links.add(link(i, random.nextInt(campaigns), random.nextInt(visitors), random.nextInt(PLATFORMS.length)));
        }
        CountingRules rules = new CountingRules(WINDOW, card);
        Histories histories = new Histories(WINDOW, card);
        long at = -100;
        for (int i = 1; i <= PINGS; i++) {
            at += random.nextInt(8) == 0 ? random.nextInt(90_000) : random.nextInt(12_000);
            if (i > PINGS - 3) {
                at = Math.max(at, Duration.ofHours(48).toMillis());
            }
            Ping ping = new Ping(
                    OPENS + at,
                    random.nextInt(4) == 0
                            ? Item.share(random.nextInt(campaigns), PLATFORMS[random.nextInt(PLATFORMS.length)])
                            : Item.view(random.nextInt(campaigns)),
                    visitor(random.nextInt(visitors)),
                    new NetworkKey(random.nextInt(2)),
                    random.nextInt(20) == 0);
            Verdict verdict = random.nextInt(30) == 0 && ping.receivedAtMillis() >= OPENS && i < PINGS - 3
                    ? Verdict.CROWDED
                    : rules.judge(histories, ping);
            histories.record(ping, verdict);
            ViewLink carried = random.nextInt(bareOneIn) == 0 ? null : links.get(random.nextInt(links.size()));
            met.add(verdict.name());
            if (carried != null && carried.campaign() != ping.item().campaign()) {
                met.add("other campaign");
            }
            ViewLink credited = feed(new NaiveCredit.Entry(i, ping, verdict, carried), crediting, sums, naive, tables);
            meet(ping, carried, credited, naive);
        }
        if (crediting.visitors() == mostVisitors) {
            met.add("full");
        }
        for (int campaign = 0; campaign < campaigns; campaign++) {
            if (naive.generations(campaign).size() > 4) {
                met.add("generation 4");
            }
        }
        naive.tables().rows().values().forEach(row -> met.addAll(row.keySet()));
        assertSame(run, sums, tables, naive);
    }

    private void meet(Ping ping, @Nullable ViewLink carried, @Nullable ViewLink credited, NaiveCredit naive) {
        if (carried == null && credited != null) {
            met.add("credited later");
        }
        if (carried == null && credited == null && naive.hasFollowed(ping.item().campaign(), ping.visitor())) {
            met.add("too late");
        }
        if (carried != null && credited != null && !naive.knows(ping.item().campaign(), ping.visitor())) {
            met.add("unknown");
        }
    }

    private static @Nullable ViewLink feed(
            NaiveCredit.Entry entry, Crediting crediting, CreditSums sums, NaiveCredit naive, CreditTables tables) {
        naive.add(entry);
        ViewLink credited = crediting.next(entry.ping(), entry.verdict(), entry.carried(), sums);
        if (credited != null) {
            tables.put(CreditTables.entry(entry.sequence()), "link", credited.id());
        }
        return credited;
    }

    private static void assertSame(String run, CreditSums sums, CreditTables tables, NaiveCredit naive) {
        sums.links().forEach((id, sum) -> {
            String row = CreditTables.link(id);
            tables.add(row, "visits", sum.visits());
            tables.add(row, "visitors", sum.visitors());
            tables.add(row, "counted", sum.counted());
            tables.add(row, "discounted", sum.discounted());
            tables.add(row, "own", sum.own());
            tables.add(row, "loops", sum.loops());
            tables.add(row, "robots", sum.robots());
            if (sum.generation() != LinkSum.NO_GENERATION) {
                tables.put(row, "generation", sum.generation());
            }
            if (sum.parentId() != null) {
                tables.put(row, "parent", sum.parentId());
            }
        });
        sums.tree().forEach((key, sum) -> {
            String row = CreditTables.tree(key.campaign(), key.generation(), key.platform(), key.hour());
            tables.add(row, "visitors", sum.visitors());
            tables.add(row, "visits", sum.visits());
            tables.add(row, "counted", sum.counted());
            tables.add(row, "discounted", sum.discounted());
        });
        sums.minutes().forEach((key, counted) -> {
            String row = CreditTables.minute(key.campaign(), key.minute());
            tables.add(row, "count", counted.count());
            tables.put(row, "last", counted.lastReceivedAtMillis());
        });
        sums.ages()
                .forEach((key, visits) ->
                        tables.add(CreditTables.age(key.campaign(), key.platform(), key.minutes()), "visits", visits));
        assertThat(tables.differencesFrom(naive.tables())).as(run).isEmpty();
    }

    private static Ping view(long atMillis, int visitor, int campaign) {
        return new Ping(OPENS + atMillis, Item.view(campaign), visitor(visitor), new NetworkKey(0), false);
    }

    private static VisitorKey visitor(int number) {
        return new VisitorKey(number * 0x9E3779B97F4A7C15L, ~number);
    }

    private static ViewLink link(int id, int campaign, int sharer, int platform) {
        return new ViewLink(id, campaign, PLATFORMS[platform], visitor(sharer), OPENS + id * 7_000L);
    }
}
