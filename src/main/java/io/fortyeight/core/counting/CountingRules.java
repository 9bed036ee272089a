package io.fortyeight.core.counting;

import io.fortyeight.core.counting.RulesCard.Cap;
import io.fortyeight.core.counting.RulesCard.Freeze;
import io.fortyeight.core.counting.RulesCard.Network;
import io.fortyeight.core.counting.RulesCard.Repeat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The counting rules of one contest; {@code docs/counting-rules.md} says them in prose.
 *
 * <p>Rules 3 to 7 are each of the form "blocked until an instant" that only what is recorded can move. So the verdict is
 * the first rule that blocks at the rule time, and the next ping counts at the latest of the instants.
 *
 * <p>Rules 3 to 6 look only at the visitor's history, rule 7 only at the network's: two functions, so that the two
 * histories may live apart one day.
 */
public final class CountingRules {

    private final VotingWindow window;
    private final @Nullable Repeat repeat;
    private final @Nullable Cap cap;
    private final @Nullable Freeze freeze;
    private final @Nullable Network network;

    public CountingRules(VotingWindow window, RulesCard card) {
        this.window = window;
        this.repeat = card.repeat();
        this.cap = card.cap();
        this.freeze = card.freeze();
        this.network = card.network();
    }

    /**
     * The ping's verdict: that of the first rule that applies. Changes nothing; {@link Histories#record} does.
     *
     * @param histories of the ping's partition, made from the same window and card
     */
    public Verdict judge(Histories histories, Ping ping) {
        long receivedAtMillis = ping.receivedAtMillis();
        if (window.isAfter(receivedAtMillis)) {
            return Verdict.EARLY;
        }
        if (window.isBefore(receivedAtMillis)) {
            return Verdict.LATE;
        }
        if (ping.robot()) {
            return Verdict.ROBOT;
        }
        long nowMillis = Math.max(histories.ruleTimeMillis(), receivedAtMillis);
        Verdict byVisitor = judgeByVisitor(histories.find(ping.visitor()), ping.item(), nowMillis);
        return byVisitor.isCounted() && nowMillis < crowdedUntilMillis(histories, ping) ? Verdict.CROWDED : byVisitor;
    }

    private Verdict judgeByVisitor(@Nullable VisitorHistory visitor, Item item, long nowMillis) {
        if (visitor == null) {
            return Verdict.COUNTED;
        }
        if (nowMillis < visitor.frozenUntilMillis) {
            return Verdict.FROZEN;
        }
        if (nowMillis < freezesUntilMillis(visitor, item)) {
            return Verdict.FREEZES;
        }
        ItemHistory history = visitor.get(ItemCode.of(item));
        if (history == null) {
            return Verdict.COUNTED;
        }
        if (nowMillis < history.repeatsUntilMillis()) {
            return Verdict.REPEAT;
        }
        return nowMillis < cappedUntilMillis(history) ? Verdict.CAPPED : Verdict.COUNTED;
    }

    private long freezesUntilMillis(VisitorHistory visitor, Item item) {
        ItemHistory history = freeze == null ? null : visitor.get(ItemCode.ofCampaignAndKind(item));
        return freeze == null || history == null
                ? Long.MIN_VALUE
                : history.freezesUntilMillis(freeze.pings(), freeze.withinMillis());
    }

    private long cappedUntilMillis(ItemHistory history) {
        return cap == null ? Long.MIN_VALUE : history.fullUntilMillis(cap.max());
    }

    private long crowdedUntilMillis(Histories histories, Ping ping) {
        NetworkKey key = ping.network();
        if (network == null || key == null) {
            return Long.MIN_VALUE;
        }
        NetworkHistory history = histories.find(key);
        return history == null
                ? Long.MIN_VALUE
                : history.fullUntilMillis(ItemCode.ofCampaignAndKind(ping.item()), network.max());
    }

    /**
     * The earliest instant, in epoch milliseconds, at which this visitor's next ping on this item and from this network
     * would count if nothing else were sent. Empty when that is not before the window closes, and for late pings and
     * robots.
     *
     * @param histories in which the ping was just recorded
     */
    public OptionalLong countsAgainAtMillis(Histories histories, Ping ping, Verdict verdict) {
        if (verdict == Verdict.EARLY) {
            return OptionalLong.of(window.opensAtMillis());
        }
        if (verdict == Verdict.LATE || verdict == Verdict.ROBOT) {
            return OptionalLong.empty();
        }
        long atMillis = Math.max(
                histories.ruleTimeMillis(),
                Math.max(
                        blockedUntilMillis(histories.find(ping.visitor()), ping.item()),
                        crowdedUntilMillis(histories, ping)));
        return window.isBefore(atMillis) ? OptionalLong.empty() : OptionalLong.of(atMillis);
    }

    private long blockedUntilMillis(@Nullable VisitorHistory visitor, Item item) {
        if (visitor == null) {
            return Long.MIN_VALUE;
        }
        long untilMillis = Math.max(visitor.frozenUntilMillis, freezesUntilMillis(visitor, item));
        ItemHistory history = visitor.get(ItemCode.of(item));
        return history == null
                ? untilMillis
                : Math.max(untilMillis, Math.max(history.repeatsUntilMillis(), cappedUntilMillis(history)));
    }

    /**
     * From where on a ledger must be replayed to judge as if all of it had been: no ping whose rule time is before this
     * instant can matter to a verdict at or after {@code ruleTimeMillis}.
     *
     * <p>Where pings may be out of order, replay from the first ping in ledger order that was received in the window and
     * at or after this instant, and from there on <em>all</em> of them, also those received a little before it: their
     * rule time is not before it. Starting earlier does no harm.
     *
     * @param ruleTimeMillis the latest {@code receivedAt} of the partition's in-window pings
     */
    public long horizonMillis(long ruleTimeMillis) {
        long opensAtMillis = window.opensAtMillis();
        long horizonMillis = ruleTimeMillis;
        if (repeat != null) {
            horizonMillis = Math.min(horizonMillis, ruleTimeMillis - repeat.withinMillis());
        }
        if (freeze != null) {
            long longestMillis = Math.max(freeze.withinMillis(), freeze.lastsMillis());
            horizonMillis = Math.min(horizonMillis, ruleTimeMillis - longestMillis + 1);
        }
        if (cap != null && ruleTimeMillis > opensAtMillis) {
            horizonMillis =
                    Math.min(horizonMillis, new Slots(opensAtMillis, cap.slotMillis()).startMillis(ruleTimeMillis));
        }
        if (network != null && ruleTimeMillis > opensAtMillis) {
            horizonMillis =
                    Math.min(horizonMillis, new Slots(opensAtMillis, network.slotMillis()).startMillis(ruleTimeMillis));
        }
        return Math.max(horizonMillis, opensAtMillis);
    }
}
