package io.fortyeight.core.credit;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import org.jspecify.annotations.Nullable;

/**
 * The rules of credit for one partition of a contest's ledger; {@code docs/sharing.md} says them in prose.
 *
 * <p>Last touch with a look-back window, as web analytics attributes visits: a view goes to the link that was followed
 * last. A place in the tree, by contrast, is by first touch, and for ever. Only counted pings let a visitor in, so that
 * visitors who are invented get no further than the counting rules let them.
 *
 * <p>Fed with the entries of the ledger in order, it always gives the same. For one thread at a time.
 */
public final class Crediting {

    /** How many visitors are known in one partition; who comes later stays unknown. */
    public static final int MAX_VISITORS = 2_000_000;

    private final long withinMillis;
    private final ShareTree tree;

    public Crediting(Credit credit) {
        this(credit, MAX_VISITORS);
    }

    Crediting(Credit credit, int mostVisitors) {
        this.withinMillis = credit.withinMillis();
        this.tree = new ShareTree(mostVisitors);
    }

    /** How many visitors are known, in all campaigns. */
    public int visitors() {
        return tree.visitors();
    }

    /**
     * Takes in the next ping of the ledger, and adds what follows from it to {@code sums}.
     *
     * @param carried the link whose code the ping carries, whatever campaign it is of; null for none and for unknown codes
     * @return the link that the ping is credited to; null for none, and for all that is not a view
     */
    public @Nullable ViewLink next(Ping ping, Verdict verdict, @Nullable ViewLink carried, CreditSums sums) {
        if (verdict == Verdict.EARLY || verdict == Verdict.LATE) {
            return null;
        }
        int campaign = ping.item().campaign();
        boolean isView = ping.item().kind() == Kind.VIEW;
        ViewLink link = carried == null || carried.campaign() != campaign ? null : carried;
        if (verdict == Verdict.ROBOT) {
            if (link != null && isView) {
                sums.of(link).robots++;
            }
            return null;
        }
        KnownVisitor visitor = tree.find(campaign, ping.visitor());
        ViewLink valid = link == null ? null : valid(link, ping.visitor(), visitor, isView, sums);
        if (verdict.isCounted()) {
            visitor = place(ping, visitor, valid, sums);
        }
        if (visitor != null && valid != null) {
            visitor.follow(valid, ping.receivedAtMillis());
        }
        return isView ? credit(ping, verdict, visitor, valid, sums) : null;
    }

    private @Nullable ViewLink valid(
            ViewLink link, VisitorKey key, @Nullable KnownVisitor visitor, boolean isView, CreditSums sums) {
        if (link.sharer().equals(key)) {
            if (isView) {
                sums.of(link).own++;
            }
            return null;
        }
        KnownVisitor sharer = visitor == null ? null : tree.find(link.campaign(), link.sharer());
        if (visitor != null && sharer != null && visitor.isAbove(sharer)) {
            if (isView) {
                sums.of(link).loops++;
            }
            return null;
        }
        return link;
    }

    /**
     * Lets a visitor into the tree, below the sharer of the link that it came by; and before it that sharer, also when the
     * visitor is known already. Null when there is no room.
     */
    private @Nullable KnownVisitor place(
            Ping ping, @Nullable KnownVisitor known, @Nullable ViewLink link, CreditSums sums) {
        long nowMillis = ping.receivedAtMillis();
        int campaign = ping.item().campaign();
        if (link == null) {
            return known == null ? root(campaign, ping.visitor(), nowMillis, sums) : known;
        }
        KnownVisitor sharer = tree.find(campaign, link.sharer());
        if (sharer == null) {
            sharer = root(campaign, link.sharer(), nowMillis, sums);
        }
        if (known != null || sharer == null) {
            return known;
        }
        KnownVisitor visitor = tree.add(campaign, KnownVisitor.brought(ping.visitor(), link, sharer));
        if (visitor != null) {
            sums.of(link).bring(sharer.generation, sharer.broughtBy);
            sums.of(campaign, visitor.generation, link.platform(), nowMillis).visitors++;
        }
        return visitor;
    }

    private @Nullable KnownVisitor root(int campaign, VisitorKey key, long nowMillis, CreditSums sums) {
        KnownVisitor root = tree.add(campaign, KnownVisitor.broughtByNobody(key));
        if (root != null) {
            sums.of(campaign, 0, null, nowMillis).visitors++;
        }
        return root;
    }

    private @Nullable ViewLink credit(
            Ping ping, Verdict verdict, @Nullable KnownVisitor visitor, @Nullable ViewLink valid, CreditSums sums) {
        long nowMillis = ping.receivedAtMillis();
        ViewLink credited = valid == null && visitor != null ? visitor.followed(nowMillis, withinMillis) : valid;
        if (credited == null) {
            return null;
        }
        KnownVisitor sharer = tree.find(credited.campaign(), credited.sharer());
        int generation = sharer == null ? 1 : sharer.generation + 1;
        LinkSum link = sums.of(credited);
        TreeSum row = sums.of(credited.campaign(), generation, credited.platform(), nowMillis);
        if (valid != null) {
            link.visits++;
            row.visits++;
            sums.addAge(credited, nowMillis);
        }
        if (verdict.isCounted()) {
            link.counted++;
            row.counted++;
            sums.addCounted(credited.campaign(), nowMillis);
        } else {
            link.discounted++;
            row.discounted++;
        }
        return credited;
    }
}
