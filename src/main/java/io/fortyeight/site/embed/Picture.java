package io.fortyeight.site.embed;

/** What a picture shows, compared by content: the same is not drawn twice. */
sealed interface Picture permits StandingsPicture, CampaignPicture {

    byte[] png(Lettering lettering);
}
