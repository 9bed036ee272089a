package io.fortyeight.contest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.contest.rules.RulesReader;
import io.fortyeight.core.counting.RulesCard;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contest as everyone sees it.
 *
 * @param state the stored one, advanced by the clock; lower case
 * @param publishes from when on the certified result is shown: {@code certified} or {@code announced}
 * @param requiresTrust true when a campaign competes only once its trust card is complete, else left out
 * @param blackout how long before the end counts begin to be hidden, ISO-8601
 */
@JsonInclude(Include.NON_NULL)
public record ContestAnswer(
        String slug,
        String name,
        String state,
        @Nullable String heldReason,
        String zone,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant announcesAt,
        String publishes,
        @Nullable String blackout,
        @Nullable Boolean requiresTrust,
        Instant serverTime,

        @Schema(implementation = Map.class, description = "The rules card, with its hash; see the counting rules")
        JsonNode rules) {

    static ContestAnswer of(ContestDetails contest, Instant now) {
        return new ContestAnswer(
                contest.slug(),
                contest.name(),
                contest.stateAt(now).jsonName(),
                Visibility.of(contest, now).heldReason(),
                contest.zone().getId(),
                contest.window().opensAt(),
                contest.window().closesAt(),
                contest.announcesAt(),
                contest.publishes().jsonName(),
                contest.blackout() == null ? null : contest.blackout().toString(),
                contest.requiresTrust() ? true : null,
                now,
                rules(contest.rules(), contest.rulesHash()));
    }

    /**
     * The card as organizers write it, with the robots list and the hash; a part that is null, or left out, is switched off.
     * Without the hash and in canonical form it is what the hash is of.
     */
    private static JsonNode rules(RulesCard card, String hash) {
        return RulesReader.json(card).put("hash", hash);
    }
}
