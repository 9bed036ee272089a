package io.fortyeight.site.desk;

import io.fortyeight.contest.api.ContestPlan;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contest's form would lead to: shown before it is saved.
 *
 * @param window null while it is not stated well
 * @param examples empty while the card is not
 */
record ContestCheck(@Nullable Window window, List<FormExamples.Example> examples) {

    private static final int MAX_CHANGES = 4;

    /**
     * The window as instants.
     *
     * @param length as time really passes
     * @param byTheWall how long it is by the clock on the wall, when clocks change meanwhile; else null
     * @param isPast whether it is over already
     * @param isRunning whether it has opened already
     */
    record Window(
            String zone,
            Moment opens,
            Moment closes,
            @Nullable Moment announces,
            @Nullable Moment hides,
            String length,
            @Nullable String byTheWall,
            List<ClockChange> changes,
            boolean isPast,
            boolean isRunning) {}

    /** Clocks are set from one time to another. */
    record ClockChange(Moment at, String from, String to) {}

    static ContestCheck of(
            @Nullable ContestPlan plan, @Nullable RulesCard card, Instant now, PageText<DeskMessages> words) {
        var length = plan == null ? Duration.ofHours(48) : Duration.between(plan.opensAt(), plan.closesAt());
        return new ContestCheck(
                plan == null ? null : window(plan, length, now, words),
                card == null ? List.of() : FormExamples.of(card, length));
    }

    private static Window window(ContestPlan plan, Duration length, Instant now, PageText<DeskMessages> words) {
        var zone = plan.zone();
        var announcesAt = plan.announcesAt();
        var blackout = plan.blackout();
        var byTheWall = Duration.between(local(plan.opensAt(), zone), local(plan.closesAt(), zone));
        return new Window(
                zone.getId(),
                words.moment(plan.opensAt(), zone),
                words.moment(plan.closesAt(), zone),
                announcesAt == null ? null : words.moment(announcesAt, zone),
                blackout == null ? null : words.moment(plan.closesAt().minus(blackout), zone),
                words.span(length),
                byTheWall.equals(length) ? null : words.span(byTheWall),
                changes(plan, words),
                !now.isBefore(plan.closesAt()),
                !now.isBefore(plan.opensAt()));
    }

    private static LocalDateTime local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDateTime();
    }

    private static List<ClockChange> changes(ContestPlan plan, PageText<DeskMessages> words) {
        var rules = plan.zone().getRules();
        var changes = new ArrayList<ClockChange>();
        var next = rules.nextTransition(plan.opensAt());
        while (next != null && next.getInstant().isBefore(plan.closesAt()) && changes.size() < MAX_CHANGES) {
            changes.add(new ClockChange(
                    words.moment(next.getInstant(), plan.zone()),
                    next.getDateTimeBefore().toLocalTime().toString(),
                    next.getDateTimeAfter().toLocalTime().toString()));
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }
}
