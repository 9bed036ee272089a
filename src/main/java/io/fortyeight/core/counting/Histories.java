package io.fortyeight.core.counting;

import io.fortyeight.core.counting.RulesCard.Cap;
import io.fortyeight.core.counting.RulesCard.Freeze;
import io.fortyeight.core.counting.RulesCard.Network;
import io.fortyeight.core.counting.RulesCard.Repeat;
import io.fortyeight.core.counting.RulesCard.RepeatMode;
import org.jspecify.annotations.Nullable;

/**
 * What the counting rules remember of one partition of a contest: its rule time, its visitors and its networks.
 *
 * <p>Only {@link #record} changes it; feeding it stored verdicts in ledger order rebuilds it. Keeps only what the card's
 * parts look at: under {@code raw} it stays empty. For one thread at a time.
 *
 * <p>Changes between {@link #begin} and {@link #rollback} are undone exactly.
 */
public final class Histories {

    private final @Nullable Repeat repeat;
    private final @Nullable Freeze freeze;
    private final @Nullable Slots capSlots;
    private final @Nullable Slots networkSlots;
    private final long refreshWithinMillis;

    private final HistoryTable<VisitorHistory> visitors = new HistoryTable<>();
    private final HistoryTable<NetworkHistory> networks = new HistoryTable<>();
    private final UndoLog undoLog = new UndoLog();

    private long ruleTimeMillis;
    private boolean inBatch;
    private long ruleTimeAtBeginMillis;

    /** A ping is recorded right after it was judged: one look-up serves both. */
    private @Nullable VisitorHistory lastVisitor;

    private @Nullable NetworkHistory lastNetwork;

    public Histories(VotingWindow window, RulesCard card) {
        Cap cap = card.cap();
        Network network = card.network();
        this.repeat = card.repeat();
        this.freeze = card.freeze();
        this.capSlots = cap == null ? null : new Slots(window.opensAtMillis(), cap.slotMillis());
        this.networkSlots = network == null ? null : new Slots(window.opensAtMillis(), network.slotMillis());
        this.refreshWithinMillis = freeze == null ? 0 : freeze.withinMillis();
        this.ruleTimeMillis = window.opensAtMillis();
    }

    /** The latest {@code receivedAt} of the recorded in-window pings; the opening before there is any. */
    public long ruleTimeMillis() {
        return ruleTimeMillis;
    }

    /** How many visitors are remembered. */
    public int visitors() {
        return visitors.size();
    }

    /** How many networks are remembered. */
    public int networks() {
        return networks.size();
    }

    public boolean remembers(VisitorKey visitor) {
        return find(visitor) != null;
    }

    /** How many of the remembered visitors came from this network when they were first remembered. */
    public int visitorsOf(NetworkKey network) {
        NetworkHistory history = find(network);
        return history == null ? 0 : history.visitors;
    }

    /** The first instant after the visitor's latest freeze; {@code Long.MIN_VALUE} if no freeze is remembered. */
    public long frozenUntilMillis(VisitorKey visitor) {
        VisitorHistory history = find(visitor);
        return history == null ? Long.MIN_VALUE : history.frozenUntilMillis;
    }

    /**
     * Applies what a ping's verdict does to the histories.
     *
     * @param verdict of {@link CountingRules#judge} on these histories, or the one stored in the ledger
     * @throws IllegalArgumentException for a freeze that begins under a card without one; nothing is changed
     */
    public void record(Ping ping, Verdict verdict) {
        if (verdict == Verdict.EARLY || verdict == Verdict.LATE) {
            return;
        }
        if (verdict == Verdict.FREEZES && freeze == null) {
            throw new IllegalArgumentException("Under a card without freeze no freeze begins");
        }
        ruleTimeMillis = Math.max(ruleTimeMillis, ping.receivedAtMillis());
        switch (verdict) {
            case FREEZES -> beginFreeze(ping, freeze);
            case REPEAT -> {
                refresh(ping);
                if (repeat != null && repeat.mode() == RepeatMode.CHAIN) {
                    touch(ping);
                }
            }
            case CAPPED, CROWDED -> refresh(ping);
            case COUNTED -> {
                refresh(ping);
                touch(ping);
                countForVisitor(ping);
                countForNetwork(ping);
            }
            default -> {
                // Robots and the already frozen leave no trace but the rule time.
            }
        }
    }

    private void beginFreeze(Ping ping, @Nullable Freeze begins) {
        if (begins != null) {
            VisitorHistory visitor = visitorToChange(ping);
            visitor.forEach(entry -> {
                beforeChangeOf(entry);
                entry.forgetRefreshes();
            });
            visitor.frozenUntilMillis = ruleTimeMillis + begins.lastsMillis();
        }
    }

    private void refresh(Ping ping) {
        if (freeze != null) {
            item(visitorToChange(ping), ItemCode.ofCampaignAndKind(ping.item()))
                    .refresh(ruleTimeMillis, freeze.pings(), freeze.withinMillis());
        }
    }

    private void touch(Ping ping) {
        if (repeat != null) {
            item(visitorToChange(ping), ItemCode.of(ping.item()))
                    .repeatsUntil(ruleTimeMillis + repeat.withinMillis() + 1);
        }
    }

    private void countForVisitor(Ping ping) {
        if (capSlots != null) {
            item(visitorToChange(ping), ItemCode.of(ping.item())).count(ruleTimeMillis, capSlots);
        }
    }

    private void countForNetwork(Ping ping) {
        NetworkKey key = ping.network();
        if (networkSlots != null && key != null) {
            networkToChange(key).count(ItemCode.ofCampaignAndKind(ping.item()), ruleTimeMillis, networkSlots);
        }
    }

    private ItemHistory item(VisitorHistory visitor, int code) {
        ItemHistory entry = visitor.get(code);
        if (entry == null) {
            entry = visitor.add(code, ruleTimeMillis, refreshWithinMillis);
        }
        beforeChangeOf(entry);
        return entry;
    }

    private void beforeChangeOf(Undoable entry) {
        if (inBatch) {
            undoLog.beforeChangeOf(entry);
        }
    }

    @Nullable
    VisitorHistory find(VisitorKey key) {
        VisitorHistory last = lastVisitor;
        if (last != null && last.low() == key.low() && last.high() == key.high()) {
            return last;
        }
        VisitorHistory found = visitors.get(key.high(), key.low());
        if (found != null) {
            lastVisitor = found;
        }
        return found;
    }

    @Nullable
    NetworkHistory find(NetworkKey key) {
        NetworkHistory last = lastNetwork;
        if (last != null && last.high() == key.value()) {
            return last;
        }
        NetworkHistory found = networks.get(key.value(), 0);
        if (found != null) {
            lastNetwork = found;
        }
        return found;
    }

    private VisitorHistory visitorToChange(Ping ping) {
        VisitorKey key = ping.visitor();
        VisitorHistory visitor = find(key);
        if (visitor != null) {
            beforeChangeOf(visitor);
            return visitor;
        }
        NetworkKey from = ping.network();
        NetworkHistory network = from == null ? null : networkToChange(from);
        visitor = new VisitorHistory(key.high(), key.low(), network);
        visitors.add(visitor);
        lastVisitor = visitor;
        if (network != null) {
            network.visitors++;
        }
        if (inBatch) {
            undoLog.added(visitor);
        }
        return visitor;
    }

    private NetworkHistory networkToChange(NetworkKey key) {
        NetworkHistory network = find(key);
        if (network != null) {
            beforeChangeOf(network);
            return network;
        }
        network = new NetworkHistory(key.value());
        networks.add(network);
        lastNetwork = network;
        if (inBatch) {
            undoLog.added(network);
        }
        return network;
    }

    /**
     * Forgets visitors and networks that no rule can need any more. Never changes a verdict, nor what a rollback
     * restores.
     *
     * @param budget how many slots of each of the two tables to look at, besides two for each history that was added
     *     since the last call; the next call goes on from there
     */
    public void forgetIdle(int budget) {
        forgetIdle(budget, Long.MIN_VALUE);
    }

    /**
     * Forgets also what will be idle by an instant that no later ping is received before.
     *
     * @param fromNowOnMillis what the caller promises of {@code receivedAt} of all pings to come, in epoch milliseconds
     */
    public void forgetIdle(int budget, long fromNowOnMillis) {
        // What a rollback takes back to the time of begin() may need what is idle by now, but not what was idle then.
        long nowMillis = inBatch ? ruleTimeAtBeginMillis : Math.max(ruleTimeMillis, fromNowOnMillis);
        lastVisitor = null;
        lastNetwork = null;
        visitors.sweep(budget, visitor -> {
            boolean idle = !visitor.undoable && visitor.isForgettable(nowMillis, refreshWithinMillis);
            if (idle) {
                forgotten(visitor);
            }
            return idle;
        });
        networks.sweep(budget, network -> !network.undoable && network.isForgettable(nowMillis));
    }

    private static void forgotten(VisitorHistory visitor) {
        if (visitor.firstNetwork != null) {
            visitor.firstNetwork.visitors--;
        }
    }

    /**
     * From now on changes can be undone.
     *
     * @throws IllegalStateException between another {@code begin} and its end
     */
    public void begin() {
        if (inBatch) {
            throw new IllegalStateException("A batch is open already");
        }
        inBatch = true;
        ruleTimeAtBeginMillis = ruleTimeMillis;
    }

    /**
     * Makes the changes since {@link #begin} final.
     *
     * @throws IllegalStateException without a {@code begin}
     */
    public void commit() {
        requireBatch();
        inBatch = false;
        undoLog.clear();
    }

    /**
     * Undoes all changes since {@link #begin}.
     *
     * @throws IllegalStateException without a {@code begin}
     */
    public void rollback() {
        requireBatch();
        inBatch = false;
        ruleTimeMillis = ruleTimeAtBeginMillis;
        lastVisitor = null;
        lastNetwork = null;
        undoLog.newVisitors().forEach(Histories::forgotten);
        undoLog.rollback(visitors, networks);
    }

    private void requireBatch() {
        if (!inBatch) {
            throw new IllegalStateException("No batch is open");
        }
    }
}
