package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestMessages;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.ContestSummary;
import io.fortyeight.contest.directory.Publication;
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
record WaitingView(String why, @Nullable Moment comes) {

    static WaitingView of(ContestSummary contest, PageText<PageMessages> text) {
        var details = contest.details();
        return new WaitingView(
                why(details, details.stateAt(contest.at()), text),
                text.momentOrNull(comes(details, contest.at()), details.zone()));
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
