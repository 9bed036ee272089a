package io.fortyeight.site.contest;

import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.site.contest.WorkedExample.Run;
import io.fortyeight.web.page.PageText;
import java.util.ArrayList;
import java.util.List;

/** The longer worked examples of a card, each told in a sentence. */
final class ExampleSentences {

    private ExampleSentences() {}

    static List<String> of(WorkedExample example, RulesCard card, PageText<PageMessages> speech) {
        var stories = new ArrayList<String>();
        stories.add(onRepeat(example.onRepeat(), speech));
        stories.add(refreshing(example.refreshing(), card, speech));
        var school = example.school();
        if (school != null) {
            stories.add(school(school, speech));
        }
        return stories;
    }

    private static String onRepeat(Run run, PageText<PageMessages> speech) {
        var messages = speech.messages();
        var counts = messages.storyOnRepeat(
                speech.span(run.stepMillis() * run.sent()), speech.number(run.sent()), speech.number(run.counted()));
        return counts + " "
                + (run.endsWith() == 0
                        ? messages.storyNeverFrozen()
                        : messages.storyFrozen(speech.number(run.endsWith()), speech.span(run.endsAfterMillis())));
    }

    private static String refreshing(Run run, RulesCard card, PageText<PageMessages> speech) {
        var messages = speech.messages();
        var freeze = card.freeze();
        var counts = messages.storyRefreshing(
                speech.slot(run.stepMillis()), speech.number(run.sent()), speech.number(run.counted()));
        return counts + " "
                + (run.endsWith() == 0 || freeze == null
                        ? messages.storyNeverFrozen()
                        : messages.storyFreezes(
                                speech.number(run.endsWith()),
                                speech.span(run.endsAfterMillis()),
                                speech.span(freeze.lastsMillis())));
    }

    private static String school(Run run, PageText<PageMessages> speech) {
        var messages = speech.messages();
        return run.endsWith() == 0
                ? messages.storySchoolFits(speech.number(run.sent()), speech.slot(run.stepMillis()))
                : messages.storySchool(
                        speech.number(run.counted()), speech.number(run.endsWith()), speech.slot(run.stepMillis()));
    }
}
