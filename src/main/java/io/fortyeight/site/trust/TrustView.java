package io.fortyeight.site.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code templates/trust/card.html} shows of a campaign, in the reader's language.
 *
 * @param card null when the campaign has not said who is behind it
 * @param isWaiting whether its contest requires a complete card, and the campaign does not compete for want of one
 * @param impact null when there is nothing to tell
 */
public record TrustView(
        @Nullable Card card, boolean isWaiting, @Nullable ImpactView impact) {

    /**
     * Who is behind the campaign.
     *
     * @param editedOn the day, in words
     * @param editedAt for machines
     * @param mail the contact, when it is an address to write to
     */
    public record Card(
            String organization,
            @Nullable String registeredNumber,
            @Nullable String registryName,
            @Nullable LinkView registry,
            @Nullable String contact,
            @Nullable String mail,
            @Nullable LinkView donation,
            List<CostView> costs,
            boolean hasAmounts,
            String editedOn,
            String editedAt) {}
}
