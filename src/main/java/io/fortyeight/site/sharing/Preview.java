package io.fortyeight.site.sharing;

/**
 * What networks show of a share link. No counts: they keep it for days, and the picture has them.
 *
 * @param url the link's own, whole: some networks send people to where this says, and forget what was shared
 * @param picture whole
 * @param destination where people go on to
 */
public record Preview(String title, String contest, String url, String picture, String destination) {

    static Preview of(Place place, String base, String code) {
        var contest = place.contest();
        var campaign = place.campaign();
        return new Preview(
                campaign.title(),
                contest.name(),
                base + "/s/" + code,
                base + "/og/" + contest.slug() + "/" + campaign.slug() + ".png",
                Destination.of(campaign.pageUrl(), code));
    }
}
