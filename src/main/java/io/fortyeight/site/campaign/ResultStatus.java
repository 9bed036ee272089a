package io.fortyeight.site.campaign;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.Visibility;
import java.time.Instant;
import java.util.Locale;

/** How far the standings that are shown go, and thus how much they are worth. */
public enum ResultStatus {
    SCHEDULED,
    OPEN,
    /** Later pings are hidden for now, whatever the contest's state is. */
    HIDDEN,
    CLOSING,
    HELD,
    FINAL;

    public static ResultStatus of(ContestDetails contest, Visibility visibility, Instant now) {
        if (visibility.showsResult()) {
            return FINAL;
        }
        if (visibility.isHiding()) {
            return HIDDEN;
        }
        var state = contest.stateAt(now);
        return switch (state) {
            case SCHEDULED, OPEN, HELD -> valueOf(state.name());
            case CLOSING, CERTIFIED, ANNOUNCED -> CLOSING;
        };
    }

    /** Of the state beside it, in the style sheet. */
    public String style() {
        return this == FINAL ? "certified" : name().toLowerCase(Locale.ROOT);
    }
}
