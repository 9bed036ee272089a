package io.fortyeight.leaderboard;

import io.fortyeight.counting.RulesCard;
import io.fortyeight.counting.RulesCard.RepeatMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A rules card in plain words, rule by rule in the order in which they are asked. */
final class RulesInWords {

    private RulesInWords() {}

    static List<String> of(RulesCard card) {
        var rules = new ArrayList<String>();
        rules.add("Only what arrives in the window counts: from the instant it opens until just before it closes, "
                + "by this server's clock.");
        rules.add("Robots, link previews and pages that a browser loads ahead do not count (list: " + card.robots()
                + ").");
        var freeze = card.freeze();
        if (freeze != null) {
            rules.add("Refreshing more than " + times(freeze.pings()) + " within " + span(freeze.withinMillis())
                    + " freezes a visitor: for " + span(freeze.lastsMillis()) + " nothing they send counts.");
        }
        var repeat = card.repeat();
        if (repeat != null) {
            rules.add("Again within " + span(repeat.withinMillis()) + " of "
                    + (repeat.mode() == RepeatMode.FIRST_TOUCH ? "the one that counted" : "the one before")
                    + " is a repeat, and does not count.");
        }
        var cap = card.cap();
        if (cap != null) {
            rules.add("Each visitor counts at most " + times(cap.max()) + " per campaign in each "
                    + slot(cap.slotMillis()) + ", reckoned from the opening; likewise for shares to each platform.");
        }
        var network = card.network();
        if (network != null) {
            rules.add("Each network address counts at most " + times(network.max()) + " per campaign in each "
                    + slot(network.slotMillis()) + ".");
        }
        rules.add(score(card.score()) + " Equal scores: who got there first is ahead.");
        return rules;
    }

    private static String score(RulesCard.Score score) {
        if (score.view() == 1 && score.share() == 0) {
            return "The score is the number of counted views.";
        }
        return "A counted view scores " + score.view() + ", a counted share " + score.share() + ".";
    }

    private static String times(int number) {
        return switch (number) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> Numbers.grouped(number) + " times";
        };
    }

    private static String slot(long millis) {
        var words = span(millis);
        return words.startsWith("1 ") && !words.contains(" and ") && !words.contains(",") ? words.substring(2) : words;
    }

    private static String span(long millis) {
        return Numbers.span(Duration.ofMillis(millis));
    }
}
