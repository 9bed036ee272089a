package io.fortyeight.contest.directory;

import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.VotingWindow;
import io.fortyeight.web.http.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contest as other features see it: a snapshot that never changes.
 *
 * @param publishes when {@code ANNOUNCED} there is an {@code announcesAt}, after the window; see {@link Visibility}
 * @param blackout the last part of the window that stays hidden until the result is shown; null for none
 * @param rulesHash of the card; the same before and after it is pinned unless the card was edited
 * @param storedState what the row says; what is shown is {@link #stateAt}
 * @param heldReason in full; what is shown is {@link Visibility#heldReason}
 * @param past whether it was created after its own end, for imports
 * @param requiresTrust whether a campaign competes only once its trust card is complete
 * @param rehearsalOf the contest that is rehearsed; null for one in earnest
 * @param campaigns by number: the campaign at index i has number i
 */
public record ContestDetails(
        int id,
        String slug,
        String name,
        ZoneId zone,
        VotingWindow window,
        @Nullable Instant announcesAt,
        Publication publishes,
        @Nullable Duration blackout,
        RulesCard rules,
        String rulesHash,
        ContestState storedState,
        @Nullable String heldReason,
        boolean past,
        boolean requiresTrust,
        @Nullable Instant certifiedAt,
        @Nullable Integer rehearsalOf,
        List<CampaignDetails> campaigns) {

    /** Whether it only tries out the close of another contest: it is in no list. */
    public boolean isRehearsal() {
        return rehearsalOf != null;
    }

    /** The stored state, advanced by the clock. */
    public ContestState stateAt(Instant now) {
        return switch (storedState) {
            case SCHEDULED -> openOrClosing(now, ContestState.SCHEDULED);
            case OPEN -> past ? ContestState.OPEN : openOrClosing(now, ContestState.OPEN);
            case CERTIFIED ->
                announcesAt == null || !now.isBefore(announcesAt) ? ContestState.ANNOUNCED : ContestState.CERTIFIED;
            default -> storedState;
        };
    }

    private ContestState openOrClosing(Instant now, ContestState before) {
        if (window.isBefore(now.toEpochMilli())) {
            return ContestState.CLOSING;
        }
        return window.isAfter(now.toEpochMilli()) ? before : ContestState.OPEN;
    }

    public Optional<CampaignDetails> campaign(String slug) {
        return campaigns.stream()
                .filter(campaign -> campaign.slug().equals(slug))
                .findFirst();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none */
    public CampaignDetails knownCampaign(String slug) {
        return campaign(slug).orElseThrow(() -> Problems.notFound("There is no such campaign in this contest"));
    }
}
