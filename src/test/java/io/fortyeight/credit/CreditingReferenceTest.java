package io.fortyeight.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.counting.CountingRules;
import io.fortyeight.counting.Histories;
import io.fortyeight.counting.Item;
import io.fortyeight.counting.NetworkKey;
import io.fortyeight.counting.Ping;
import io.fortyeight.counting.Platform;
import io.fortyeight.counting.Preset;
import io.fortyeight.counting.RulesCard;
import io.fortyeight.counting.Verdict;
import io.fortyeight.counting.VisitorKey;
import io.fortyeight.counting.VotingWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
                        preset.wire() + ", seed " + seed,
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

    /** Longer than the generations that are told apart. */
    @Test
    void chain_ofManyGenerations_agreesWithTheReference() {
        CreditSums sums = new CreditSums();
        Crediting crediting = new Crediting(new RulesCard.Credit(60_000));
        NaiveCredit naive = new NaiveCredit(60_000, 1_000);
        CreditTables tables = new CreditTables();
        for (int i = 0; i < 230; i++) {
            Link carried = i == 0 ? null : link(i - 1, 0, i - 1, 0);
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
        List<Link> links = new ArrayList<>();
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
            Link carried = random.nextInt(bareOneIn) == 0 ? null : links.get(random.nextInt(links.size()));
            met.add(verdict.name());
            if (carried != null && carried.campaign() != ping.item().campaign()) {
                met.add("other campaign");
            }
            Link credited = feed(new NaiveCredit.Entry(i, ping, verdict, carried), crediting, sums, naive, tables);
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

    private void meet(Ping ping, @Nullable Link carried, @Nullable Link credited, NaiveCredit naive) {
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

    private static @Nullable Link feed(
            NaiveCredit.Entry entry, Crediting crediting, CreditSums sums, NaiveCredit naive, CreditTables tables) {
        naive.add(entry);
        Link credited = crediting.next(entry.ping(), entry.verdict(), entry.carried(), sums);
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

    private static Link link(int id, int campaign, int sharer, int platform) {
        return new Link(id, campaign, PLATFORMS[platform], visitor(sharer), OPENS + id * 7_000L);
    }
}
