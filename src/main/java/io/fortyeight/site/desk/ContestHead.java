package io.fortyeight.site.desk;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.ContestText;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What each of a contest's desk pages begins with.
 *
 * @param stateTitle in words
 * @param hidden since when what comes in is hidden, from organizers too; null when nothing is
 * @param heldReason as far as it may be told
 * @param isEditable whether window and rules may be changed still
 * @param takesCampaigns whether campaigns may enter still
 * @param takesImports whether past traffic may be imported
 */
public record ContestHead(
        String slug,
        String name,
        String state,
        String stateTitle,
        String zone,
        Moment opens,
        Moment closes,
        String length,
        boolean past,
        boolean isRehearsal,
        @Nullable Moment hidden,
        @Nullable String heldReason,
        boolean requiresTrust,
        boolean isEditable,
        boolean takesCampaigns,
        boolean takesImports,
        boolean isFinal) {

    public static ContestHead of(ContestDetails contest, Instant now, PageText<DeskMessages> words) {
        var state = contest.stateAt(now);
        var visibility = Visibility.of(contest, now);
        var hiddenSince = visibility.hiddenSince();
        var window = contest.window();
        return new ContestHead(
                contest.slug(),
                contest.name(),
                state.jsonName(),
                ContestText.state(contest, now, words),
                contest.zone().getId(),
                words.moment(window.opensAt(), contest.zone()),
                words.moment(window.closesAt(), contest.zone()),
                words.span(Duration.between(window.opensAt(), window.closesAt())),
                contest.past(),
                contest.isRehearsal(),
                hiddenSince == null ? null : words.moment(hiddenSince, contest.zone()),
                visibility.heldReason(),
                contest.requiresTrust(),
                state == ContestState.SCHEDULED,
                state == ContestState.SCHEDULED || state == ContestState.OPEN,
                state == ContestState.OPEN,
                state.isFinal());
    }
}
