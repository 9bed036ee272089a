package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestMessages;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.ContestText;
import io.fortyeight.contest.directory.Publication;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.web.page.Countdown;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The page in place of a result that isn't shown yet.
 *
 * @param why it isn't there
 * @param comes when to come back: never before; null when that can't be known
 */
record WaitingView(
        String slug,
        String name,
        String state,
        String stateTitle,
        String description,
        String zone,
        boolean isRehearsal,
        Moment now,
        String why,
        @Nullable String heldReason,
        @Nullable Moment comes,
        @Nullable Countdown countdown) {

    static WaitingView of(ContestDetails contest, Instant now, PageText<PageMessages> speech) {
        var state = contest.stateAt(now);
        return new WaitingView(
                contest.slug(),
                contest.name(),
                state.jsonName(),
                ContestText.state(contest, now, speech),
                speech.messages().describeResult(contest.name()),
                contest.zone().getId(),
                contest.isRehearsal(),
                speech.moment(now, contest.zone()),
                why(contest, state, speech),
                Visibility.of(contest, now).heldReason(),
                speech.momentOrNull(comes(contest, now), contest.zone()),
                ContestText.countdown(contest, now, speech));
    }

    private static String why(ContestDetails contest, ContestState state, PageText<PageMessages> speech) {
        var messages = speech.messages();
        return switch (state) {
            case SCHEDULED -> messages.noResultScheduled();
            case OPEN -> contest.past() ? messages.noResultPast() : messages.noResultOpen();
            case CLOSING -> messages.noResultClosing();
            case HELD -> speech.language().messages(ContestMessages.class).held();
            case CERTIFIED, ANNOUNCED -> messages.certifiedHidden();
        };
    }

    private static @Nullable Instant comes(ContestDetails contest, Instant now) {
        var comesAt = contest.publishes() == Publication.ANNOUNCED
                ? contest.announcesAt()
                : contest.window().closesAt();
        return comesAt == null || comesAt.isBefore(now) ? null : comesAt;
    }
}
