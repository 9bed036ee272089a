package io.fortyeight.site.contest;

import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.RulesCard.Cap;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.RulesCard.Freeze;
import io.fortyeight.core.counting.RulesCard.Network;
import io.fortyeight.core.counting.RulesCard.Repeat;
import io.fortyeight.core.counting.RulesCard.RepeatMode;
import io.fortyeight.web.page.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rules card in plain words, rule by rule in the order in which they are asked. */
final class RulesInWords {

    /** @param isOn false for a part of the card that is switched off, which the text then says */
    record Rule(String title, String text, boolean isOn) {}

    private final PageText<PageMessages> speech;
    private final PageMessages messages;

    private RulesInWords(PageText<PageMessages> speech) {
        this.speech = speech;
        this.messages = speech.messages();
    }

    static List<Rule> of(RulesCard card, PageText<PageMessages> speech) {
        return new RulesInWords(speech).all(card);
    }

    private List<Rule> all(RulesCard card) {
        return List.of(
                new Rule(messages.windowRule(), messages.windowRuleText(), true),
                new Rule(messages.robotRule(), messages.robotRuleText(card.robots()), true),
                freeze(card.freeze()),
                repeat(card.repeat()),
                cap(card.cap()),
                network(card.network()),
                credit(card.credit()),
                new Rule(messages.scoreRule(), score(card.score()) + " " + messages.ties(), true));
    }

    private Rule freeze(@Nullable Freeze freeze) {
        return freeze == null
                ? new Rule(messages.freezeRule(), messages.freezeRuleOff(), false)
                : new Rule(
                        messages.freezeRule(),
                        messages.freezeRuleText(
                                times(freeze.pings()),
                                speech.span(freeze.withinMillis()),
                                speech.span(freeze.lastsMillis())),
                        true);
    }

    private Rule repeat(@Nullable Repeat repeat) {
        if (repeat == null) {
            return new Rule(messages.repeatRule(), messages.repeatRuleOff(), false);
        }
        var within = speech.span(repeat.withinMillis());
        var text = repeat.mode() == RepeatMode.FIRST_TOUCH
                ? messages.repeatRuleFirst(within)
                : messages.repeatRuleChain(within);
        return new Rule(messages.repeatRule(), text, true);
    }

    private Rule cap(@Nullable Cap cap) {
        return cap == null
                ? new Rule(messages.capRule(), messages.capRuleOff(), false)
                : new Rule(
                        messages.capRule(),
                        messages.capRuleText(times(cap.max()), speech.slot(cap.slotMillis())),
                        true);
    }

    private Rule network(@Nullable Network network) {
        return network == null
                ? new Rule(messages.networkRule(), messages.networkRuleOff(), false)
                : new Rule(
                        messages.networkRule(),
                        messages.networkRuleText(times(network.max()), speech.slot(network.slotMillis())),
                        true);
    }

    private Rule credit(@Nullable Credit credit) {
        return credit == null
                ? new Rule(messages.creditRule(), messages.creditRuleOff(), false)
                : new Rule(messages.creditRule(), messages.creditRuleText(speech.span(credit.withinMillis())), true);
    }

    private String score(RulesCard.Score score) {
        var pings = score.view() == 1 && score.share() == 0 && score.brought() == 0
                ? messages.scoreViews()
                : messages.scoreWeighed(score.view(), score.share());
        return score.brought() == 0 ? pings : pings + " " + messages.scoreBrought(score.brought());
    }

    private String times(int number) {
        return speech.times(number);
    }
}
