package io.fortyeight.contest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.core.counting.RulesCard;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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
        Rules rules) {

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
                Rules.of(contest.rules(), contest.rulesHash()));
    }

    /**
     * The card as organizers write it, with the robots list and the hash; a part that is null, or a credit that is left out,
     * is switched off. Without the hash and in canonical form it is what the hash is of.
     */
    @JsonInclude(Include.ALWAYS)
    public record Rules(
            String preset,
            @Nullable Repeat repeat,
            @Nullable Slot cap,
            @Nullable Freeze freeze,
            @Nullable Slot network,
            @JsonInclude(Include.NON_NULL) @Nullable Credit credit,
            Score score,
            String robots,
            String hash) {

        static Rules of(RulesCard card, String hash) {
            var repeat = card.repeat();
            var cap = card.cap();
            var freeze = card.freeze();
            var network = card.network();
            var credit = card.credit();
            return new Rules(
                    card.preset(),
                    repeat == null
                            ? null
                            : new Repeat(repeat.mode().name().toLowerCase(Locale.ROOT), text(repeat.withinMillis())),
                    cap == null ? null : new Slot(text(cap.slotMillis()), cap.max()),
                    freeze == null
                            ? null
                            : new Freeze(freeze.pings(), text(freeze.withinMillis()), text(freeze.lastsMillis())),
                    network == null ? null : new Slot(text(network.slotMillis()), network.max()),
                    credit == null ? null : new Credit(text(credit.withinMillis())),
                    Score.of(card.score()),
                    card.robots(),
                    hash);
        }

        private static String text(long millis) {
            return Duration.ofMillis(millis).toString();
        }
    }

    public record Repeat(String mode, String within) {}

    public record Slot(String slot, int max) {}

    public record Freeze(int pings, String within, String lasts) {}

    public record Credit(String within) {}

    /** @param brought left out when a credited view is worth nothing more */
    @JsonInclude(Include.NON_NULL)
    public record Score(int view, int share, @Nullable Integer brought) {

        static Score of(RulesCard.Score score) {
            return new Score(score.view(), score.share(), score.brought() == 0 ? null : score.brought());
        }
    }
}
