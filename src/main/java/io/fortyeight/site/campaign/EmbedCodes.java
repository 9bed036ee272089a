package io.fortyeight.site.campaign;

import io.fortyeight.web.http.PublicUrl;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.Markup;

/**
 * How a campaign is shown on other pages.
 *
 * @param page its path below {@code /contests/}
 * @param picture its name below {@code /og/}
 * @param badge its path
 * @param badgeCode to be pasted into a page's source, as is the next one
 */
record EmbedCodes(String page, String picture, String badge, String badgeCode, String boxCode) {

    static EmbedCodes of(String contest, String campaign, String title, Language language, PublicUrl address) {
        var page = contest + "/campaigns/" + campaign;
        var badge = "/badge/" + contest + "/" + campaign + ".svg?language=" + language.tag();
        var badgeCode = "<a href=\"%s\"><img src=\"%s\" alt=\"%s\" height=\"20\"></a>"
                .formatted(
                        Markup.escaped(address.of("/contests/" + page)),
                        Markup.escaped(address.of(badge)),
                        Markup.escaped(title));
        var box = Box.CAMPAIGN.code(address.of("/embed/" + contest + "/" + campaign), title);
        return new EmbedCodes(page, contest + "/" + campaign, badge, badgeCode, box);
    }
}
