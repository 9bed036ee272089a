package io.fortyeight.close.rehearsal;

import io.fortyeight.core.counting.CardMember;
import io.fortyeight.core.counting.RulesCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A rules card for a window that is shorter than the one it was made for: what lasts longer than the window is as long as
 * the window. For pings within it, that changes no verdict.
 *
 * @param changes in words, for instance {@code cap.slot PT1H is PT20S here}
 */
record ShortCard(RulesCard card, List<String> changes) {

    static ShortCard of(RulesCard card, Duration window) {
        var changes = new ArrayList<String>();
        var parts = card.parts();
        parts.replaceAll((name, part) -> part == null ? null : shortened(name, part, window, changes));
        return new ShortCard(card.with(parts), List.copyOf(changes));
    }

    private static RulesCard.Part shortened(String name, RulesCard.Part part, Duration window, List<String> changes) {
        var values = new HashMap<String, Object>();
        for (var member : CardMember.of(part.getClass())) {
            var value = member.value(part);
            values.put(
                    member.name(),
                    member.kind() == CardMember.Kind.DURATION
                            ? clamped(name + "." + member.name(), (Long) value, window, changes)
                            : value);
        }
        return CardMember.make(part.getClass(), values);
    }

    private static long clamped(String name, long millis, Duration window, List<String> changes) {
        if (millis <= window.toMillis()) {
            return millis;
        }
        changes.add(name + " " + Duration.ofMillis(millis) + " is " + window + " here");
        return window.toMillis();
    }
}
