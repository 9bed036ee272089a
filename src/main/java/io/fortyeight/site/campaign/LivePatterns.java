package io.fortyeight.site.campaign;

import io.fortyeight.web.page.PageText;

/**
 * Texts that the page's script writes anew when the standings change: {@code {place}}, {@code {score}}, {@code {gap}} and
 * {@code {title}} stand for what it fills in.
 */
record LivePatterns(
        String place,
        String of,
        String score,
        String scoreOfOne,
        String alone,
        String level,
        String ahead,
        String behind,
        String said) {

    static LivePatterns of(boolean countsViews, PageText<CampaignMessages> words) {
        var messages = words.messages();
        var score = score(countsViews, "{score}", messages);
        return new LivePatterns(
                messages.place("{place}"),
                messages.of("{campaigns}"),
                score,
                score(countsViews, "1", messages),
                messages.alone(),
                messages.level("{title}"),
                messages.ahead("{gap}", "{title}"),
                messages.behind("{gap}", "{title}"),
                messages.saidPlace("{place}", score));
    }

    private static String score(boolean countsViews, String score, CampaignMessages messages) {
        return countsViews ? messages.countedViews(score) : messages.points(score);
    }
}
