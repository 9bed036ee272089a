package io.fortyeight.contest.directory;

import io.fortyeight.web.page.Countdown;
import io.fortyeight.web.page.LocaleFormat;
import io.fortyeight.web.page.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A contest at one instant, as pages show it in one language. Templates read it: {@code {contest.opens.here}}.
 *
 * @param at the instant by which the whole page is written
 */
public record ContestSummary(ContestDetails details, Instant at, LocaleFormat text) {

    public String slug() {
        return details.slug();
    }

    public String name() {
        return details.name();
    }

    /** Lower case, as in the API. */
    public String state() {
        return details.stateAt(at).jsonName();
    }

    public String stateTitle() {
        return ContestText.state(details, at, text);
    }

    public String zone() {
        return details.zone().getId();
    }

    public ZoneId zoneId() {
        return details.zone();
    }

    public boolean past() {
        return details.past();
    }

    public boolean isRehearsal() {
        return details.isRehearsal();
    }

    public boolean requiresTrust() {
        return details.requiresTrust();
    }

    /** The server's time, by which the page's script sets its countdown. */
    public Moment now() {
        return moment(at);
    }

    public Moment opens() {
        return moment(details.window().opensAt());
    }

    public Moment closes() {
        return moment(details.window().closesAt());
    }

    public @Nullable Moment announces() {
        return text.momentOrNull(details.announcesAt(), details.zone());
    }

    /** Whether the winners are known for good; else their announcement is still to come. */
    public boolean isAnnounced() {
        var announcesAt = details.announcesAt();
        return announcesAt == null || !at.isBefore(announcesAt);
    }

    public String length() {
        return text.span(
                Duration.between(details.window().opensAt(), details.window().closesAt()));
    }

    /** Null when nothing is waited for. */
    public @Nullable Countdown countdown() {
        return ContestText.countdown(details, at, text);
    }

    /** As far as it may be shown; null unless the close is held. */
    public @Nullable String heldReason() {
        return visibility().heldReason();
    }

    /** Since when incoming pings are hidden, from organizers too; null when nothing is hidden now. */
    public @Nullable Moment hidden() {
        return text.momentOrNull(visibility().hiddenSince(), details.zone());
    }

    /** Until when; null when the certification alone decides it. */
    public @Nullable Moment hiddenUntil() {
        return text.momentOrNull(visibility().hiddenUntil(), details.zone());
    }

    /** When the blackout begins; null without one, and once the result is shown. */
    public @Nullable Moment hides() {
        return details.blackout() == null
                ? null
                : text.momentOrNull(visibility().hidesFrom(), details.zone());
    }

    /** How long the blackout is; null without one. */
    public @Nullable String blackout() {
        var blackout = details.blackout();
        return blackout == null ? null : text.span(blackout);
    }

    /** Whether the certified result is held back until it is announced. */
    public boolean isHeldBack() {
        return details.publishes() == Publication.ANNOUNCED;
    }

    /** Whether window and rules can still be edited. */
    public boolean isEditable() {
        return details.stateAt(at) == ContestState.SCHEDULED;
    }

    /** Whether campaigns can still enter. */
    public boolean takesCampaigns() {
        return isEditable() || takesImports();
    }

    /** Whether past traffic can be imported. */
    public boolean takesImports() {
        return details.stateAt(at) == ContestState.OPEN;
    }

    /** Whether it is certified or announced. */
    public boolean isFinal() {
        return details.stateAt(at).isFinal();
    }

    public String preset() {
        return details.rules().preset();
    }

    public String rulesHash() {
        return details.rulesHash();
    }

    /** What may be seen of it at {@link #at}. */
    public Visibility visibility() {
        return Visibility.of(details, at);
    }

    private Moment moment(Instant instant) {
        return text.moment(instant, details.zone());
    }
}
