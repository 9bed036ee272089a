package io.fortyeight.close.rehearsal;

import io.fortyeight.core.counting.RulesCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rules card for a window that is shorter than the one it was made for: what lasts longer than the window is as long as
 * the window. For pings within it, that changes no verdict.
 *
 * @param changes in words, for instance {@code cap.slot PT1H is PT20S here}
 */
record ShortCard(RulesCard card, List<String> changes) {

    static ShortCard of(RulesCard card, Duration window) {
        var changes = new ArrayList<String>();
        return new ShortCard(
                new RulesCard(
                        card.preset(),
                        repeat(card.repeat(), window, changes),
                        cap(card.cap(), window, changes),
                        freeze(card.freeze(), window, changes),
                        network(card.network(), window, changes),
                        credit(card.credit(), window, changes),
                        card.score(),
                        card.robots()),
                List.copyOf(changes));
    }

    private static RulesCard.@Nullable Repeat repeat(
            RulesCard.@Nullable Repeat repeat, Duration window, List<String> changes) {
        return repeat == null
                ? null
                : new RulesCard.Repeat(repeat.mode(), clamped("repeat.within", repeat.withinMillis(), window, changes));
    }

    private static RulesCard.@Nullable Cap cap(RulesCard.@Nullable Cap cap, Duration window, List<String> changes) {
        return cap == null
                ? null
                : new RulesCard.Cap(clamped("cap.slot", cap.slotMillis(), window, changes), cap.max());
    }

    private static RulesCard.@Nullable Freeze freeze(
            RulesCard.@Nullable Freeze freeze, Duration window, List<String> changes) {
        return freeze == null
                ? null
                : new RulesCard.Freeze(
                        freeze.pings(),
                        clamped("freeze.within", freeze.withinMillis(), window, changes),
                        clamped("freeze.lasts", freeze.lastsMillis(), window, changes));
    }

    private static RulesCard.@Nullable Network network(
            RulesCard.@Nullable Network network, Duration window, List<String> changes) {
        return network == null
                ? null
                : new RulesCard.Network(clamped("network.slot", network.slotMillis(), window, changes), network.max());
    }

    private static RulesCard.@Nullable Credit credit(
            RulesCard.@Nullable Credit credit, Duration window, List<String> changes) {
        return credit == null
                ? null
                : new RulesCard.Credit(clamped("credit.within", credit.withinMillis(), window, changes));
    }

    private static long clamped(String name, long millis, Duration window, List<String> changes) {
        if (millis <= window.toMillis()) {
            return millis;
        }
        changes.add(name + " " + Duration.ofMillis(millis) + " is " + window + " here");
        return window.toMillis();
    }
}
