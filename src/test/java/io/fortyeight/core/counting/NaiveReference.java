package io.fortyeight.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The counting rules once more, read off their text with no thought of speed: keeps every ping for ever and looks through
 * all of them for each rule. Shares only the data types with what it checks.
 */
final class NaiveReference {

    private record Past(long ruleTime, Ping ping, Verdict verdict) {
        private boolean isOneOf(Verdict... verdicts) {
            return List.of(verdicts).contains(verdict);
        }
    }

    private final VotingWindow window;
    private final RulesCard card;
    private final List<Past> past = new ArrayList<>();

    NaiveReference(VotingWindow window, RulesCard card) {
        this.window = window;
        this.card = card;
    }

    Verdict judgeAndRecord(Ping ping) {
        Verdict verdict = judge(ping);
        past.add(new Past(ruleTime(ping), ping, verdict));
        return verdict;
    }

    /** How many pings it has recorded. */
    int pings() {
        return past.size();
    }

    /** Forgets all that came after the first so many pings. */
    void undoTo(int pings) {
        past.subList(pings, past.size()).clear();
    }

    Verdict judge(Ping ping) {
        if (ping.receivedAtMillis() < window.opensAtMillis()) {
            return Verdict.EARLY;
        }
        if (ping.receivedAtMillis() >= window.closesAtMillis()) {
            return Verdict.LATE;
        }
        if (ping.robot()) {
            return Verdict.ROBOT;
        }
        long t = ruleTime(ping);
        if (isFrozen(ping, t)) {
            return Verdict.FROZEN;
        }
        if (beginsFreeze(ping, t)) {
            return Verdict.FREEZES;
        }
        if (isRepeat(ping, t)) {
            return Verdict.REPEAT;
        }
        if (isCapped(ping, t)) {
            return Verdict.CAPPED;
        }
        return isCrowded(ping, t) ? Verdict.CROWDED : Verdict.COUNTED;
    }

    private long ruleTime(Ping ping) {
        long latest = ping.receivedAtMillis();
        for (Past earlier : past) {
            if (!earlier.isOneOf(Verdict.EARLY, Verdict.LATE)) {
                latest = Math.max(latest, earlier.ping.receivedAtMillis());
            }
        }
        return latest;
    }

    private boolean isFrozen(Ping ping, long t) {
        return card.freeze() != null
                && past.stream()
                        .filter(by(ping))
                        .filter(earlier -> earlier.isOneOf(Verdict.FREEZES))
                        .anyMatch(
                                earlier -> t < earlier.ruleTime + card.freeze().lastsMillis());
    }

    private boolean beginsFreeze(Ping ping, long t) {
        if (card.freeze() == null) {
            return false;
        }
        int pings = 1;
        for (Past earlier : past) {
            if (!by(ping).test(earlier)) {
                continue;
            }
            if (earlier.isOneOf(Verdict.FREEZES)) {
                pings = 1;
            } else if (earlier.isOneOf(Verdict.REPEAT, Verdict.CAPPED, Verdict.CROWDED, Verdict.COUNTED)
                    && sameCampaignAndKind(ping).test(earlier)
                    && t - earlier.ruleTime < card.freeze().withinMillis()) {
                pings++;
            }
        }
        return pings > card.freeze().pings();
    }

    private boolean isRepeat(Ping ping, long t) {
        if (card.repeat() == null) {
            return false;
        }
        boolean chain = card.repeat().mode() == RulesCard.RepeatMode.CHAIN;
        return past.stream()
                .filter(by(ping).and(sameItem(ping)))
                .filter(earlier -> earlier.isOneOf(Verdict.COUNTED) || (chain && earlier.isOneOf(Verdict.REPEAT)))
                .anyMatch(earlier -> t - earlier.ruleTime <= card.repeat().withinMillis());
    }

    private boolean isCapped(Ping ping, long t) {
        return card.cap() != null
                && past.stream()
                                .filter(by(ping).and(sameItem(ping)))
                                .filter(earlier -> earlier.isOneOf(Verdict.COUNTED))
                                .filter(sameSlot(t, card.cap().slotMillis()))
                                .count()
                        >= card.cap().max();
    }

    private boolean isCrowded(Ping ping, long t) {
        return card.network() != null
                && ping.network() != null
                && past.stream()
                                .filter(earlier -> ping.network().equals(earlier.ping.network()))
                                .filter(sameCampaignAndKind(ping))
                                .filter(earlier -> earlier.isOneOf(Verdict.COUNTED))
                                .filter(sameSlot(t, card.network().slotMillis()))
                                .count()
                        >= card.network().max();
    }

    private static Predicate<Past> by(Ping ping) {
        return earlier -> earlier.ping.visitor().equals(ping.visitor());
    }

    private static Predicate<Past> sameItem(Ping ping) {
        return earlier -> earlier.ping.item().equals(ping.item());
    }

    private static Predicate<Past> sameCampaignAndKind(Ping ping) {
        return earlier -> earlier.ping.item().campaign() == ping.item().campaign()
                && earlier.ping.item().kind() == ping.item().kind();
    }

    private Predicate<Past> sameSlot(long t, long slotMillis) {
        return earlier ->
                (earlier.ruleTime - window.opensAtMillis()) / slotMillis == (t - window.opensAtMillis()) / slotMillis;
    }
}
