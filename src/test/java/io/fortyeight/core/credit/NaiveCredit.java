package io.fortyeight.core.credit;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of credit once more, read off {@code docs/sharing.md} with no thought of speed: keeps every fact for ever, goes
 * up the tree step by step, and adds up at the end. Shares only the data types with what it checks. For one partition.
 */
public final class NaiveCredit {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final int LAST_GENERATION = 100;

    /**
     * An entry of the ledger.
     *
     * @param carried the link of the code that it carries, whatever campaign it is of; null for none and for unknown codes
     */
    public record Entry(
            long sequence,
            Ping ping,
            Verdict verdict,
            @Nullable ViewLink carried) {}

    private record Visitor(int campaign, VisitorKey key) {}

    /** @param by the link that brought the visitor, null for none */
    private record Place(Visitor visitor, @Nullable ViewLink by, long atMillis) {}

    private record Following(ViewLink link, long atMillis) {}

    /** @param generation of the link's sharer, at that time */
    private record Credited(Entry entry, ViewLink link, boolean isVisit, int generation) {}

    private record Nothing(ViewLink link, String because) {}

    private final long withinMillis;
    private final int mostKnown;
    private final Map<Visitor, Place> places = new HashMap<>();
    private final Map<Visitor, List<Following>> followings = new HashMap<>();
    private final List<Credited> credits = new ArrayList<>();
    private final List<Nothing> nothings = new ArrayList<>();

    public NaiveCredit(long withinMillis, int mostKnown) {
        this.withinMillis = withinMillis;
        this.mostKnown = mostKnown;
    }

    public void add(Entry entry) {
        if (entry.verdict() == Verdict.EARLY || entry.verdict() == Verdict.LATE) {
            return;
        }
        Ping ping = entry.ping();
        Visitor visitor = new Visitor(ping.item().campaign(), ping.visitor());
        ViewLink link = valid(entry, visitor);
        if (entry.verdict() == Verdict.ROBOT) {
            return;
        }
        if (entry.verdict().isCounted()) {
            if (link != null) {
                know(sharerOf(link), null, ping);
            }
            if (link == null || places.containsKey(sharerOf(link))) {
                know(visitor, link, ping);
            }
        }
        if (link != null && places.containsKey(visitor)) {
            followings
                    .computeIfAbsent(visitor, absent -> new ArrayList<>())
                    .add(new Following(link, ping.receivedAtMillis()));
        }
        if (isView(entry)) {
            ViewLink last = link == null ? lastFollowed(visitor, ping.receivedAtMillis()) : link;
            if (last != null) {
                credits.add(new Credited(entry, last, link != null, generation(sharerOf(last))));
            }
        }
    }

    private @Nullable ViewLink valid(Entry entry, Visitor visitor) {
        ViewLink link = entry.carried();
        if (link == null || link.campaign() != visitor.campaign()) {
            return null;
        }
        if (entry.verdict() == Verdict.ROBOT) {
            note(entry, link, "robots");
            return null;
        }
        if (link.sharer().equals(visitor.key())) {
            note(entry, link, "own");
            return null;
        }
        if (above(sharerOf(link)).contains(visitor)) {
            note(entry, link, "loops");
            return null;
        }
        return link;
    }

    private void note(Entry entry, ViewLink link, String because) {
        if (isView(entry)) {
            nothings.add(new Nothing(link, because));
        }
    }

    private void know(Visitor visitor, @Nullable ViewLink by, Ping ping) {
        if (!places.containsKey(visitor) && places.size() < mostKnown) {
            places.put(visitor, new Place(visitor, by, ping.receivedAtMillis()));
        }
    }

    private Set<Visitor> above(Visitor visitor) {
        Set<Visitor> above = new HashSet<>();
        Place place = places.get(visitor);
        while (place != null && place.by() != null) {
            above.add(sharerOf(place.by()));
            place = places.get(sharerOf(place.by()));
        }
        return above;
    }

    private int generation(Visitor visitor) {
        return above(visitor).size();
    }

    private @Nullable ViewLink lastFollowed(Visitor visitor, long nowMillis) {
        List<Following> all = followings.getOrDefault(visitor, List.of());
        if (all.isEmpty()) {
            return null;
        }
        Following last = all.get(all.size() - 1);
        return nowMillis - last.atMillis() <= withinMillis ? last.link() : null;
    }

    private static Visitor sharerOf(ViewLink link) {
        return new Visitor(link.campaign(), link.sharer());
    }

    private static boolean isView(Entry entry) {
        return entry.ping().item().kind() == Kind.VIEW;
    }

    boolean knows(int campaign, VisitorKey key) {
        return places.containsKey(new Visitor(campaign, key));
    }

    boolean hasFollowed(int campaign, VisitorKey key) {
        return followings.containsKey(new Visitor(campaign, key));
    }

    /** Which entries are credited to which links, by sequence. */
    public Map<Long, ViewLink> credits() {
        Map<Long, ViewLink> bySequence = new HashMap<>();
        credits.forEach(credit -> bySequence.put(credit.entry().sequence(), credit.link()));
        return bySequence;
    }

    /** How many visitors of a campaign are in each generation; none is empty but for those behind the last. */
    public List<Integer> generations(int campaign) {
        List<Integer> sizes = new ArrayList<>();
        for (Place place : places.values()) {
            if (place.visitor().campaign() == campaign) {
                int generation = generation(place.visitor());
                while (sizes.size() <= generation) {
                    sizes.add(0);
                }
                sizes.set(generation, sizes.get(generation) + 1);
            }
        }
        return sizes;
    }

    /** All that it adds up to. */
    public CreditTables tables() {
        CreditTables tables = new CreditTables();
        nothings.forEach(nothing -> tables.add(CreditTables.link(nothing.link().id()), nothing.because(), 1));
        places.values().forEach(place -> addPlace(tables, place));
        credits.forEach(credit -> addCredit(tables, credit));
        return tables;
    }

    private void addPlace(CreditTables tables, Place place) {
        ViewLink by = place.by();
        Platform platform = by == null ? null : by.platform();
        tables.add(
                treeRow(place.visitor().campaign(), generation(place.visitor()), platform, place.atMillis()),
                "visitors",
                1);
        if (by != null) {
            String row = CreditTables.link(by.id());
            tables.add(row, "visitors", 1);
            Place sharer = places.get(sharerOf(by));
            tables.put(row, "generation", Math.min(generation(sharer.visitor()), LAST_GENERATION));
            if (sharer.by() != null) {
                tables.put(row, "parent", sharer.by().id());
            }
        }
    }

    private void addCredit(CreditTables tables, Credited credit) {
        ViewLink link = credit.link();
        long atMillis = credit.entry().ping().receivedAtMillis();
        String verdict = credit.entry().verdict().isCounted() ? "counted" : "discounted";
        String row = CreditTables.link(link.id());
        String tree = treeRow(link.campaign(), credit.generation() + 1, link.platform(), atMillis);
        if (credit.isVisit()) {
            tables.add(row, "visits", 1);
            tables.add(tree, "visits", 1);
            long age = Math.max(0, atMillis - link.createdAtMillis()) / MINUTE_MILLIS;
            tables.add(CreditTables.age(link.campaign(), link.platform(), age), "visits", 1);
        }
        tables.add(row, verdict, 1);
        tables.add(tree, verdict, 1);
        tables.put(CreditTables.entry(credit.entry().sequence()), "link", link.id());
        if (credit.entry().verdict().isCounted()) {
            String minute = CreditTables.minute(link.campaign(), Math.floorDiv(atMillis, MINUTE_MILLIS));
            tables.add(minute, "count", 1);
            tables.put(minute, "last", Math.max(atMillis, tables.of(minute, "last")));
        }
    }

    private static String treeRow(int campaign, int generation, @Nullable Platform platform, long atMillis) {
        return CreditTables.tree(
                campaign, Math.min(generation, LAST_GENERATION), platform, Math.floorDiv(atMillis, HOUR_MILLIS));
    }
}
