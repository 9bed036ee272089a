package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Reason;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How pages say things in one language: its messages, its numbers and its spans of time. */
record PageText(Language language, PageMessages messages) {

    static PageText in(Language language) {
        return new PageText(language, language.messages(PageMessages.class));
    }

    Moment moment(Instant instant, ZoneId zone) {
        return Moment.of(instant, zone, language);
    }

    @Nullable
    Moment momentOrNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : moment(instant, zone);
    }

    String span(Duration span) {
        return Numbers.span(span, language);
    }

    String span(long millis) {
        return span(Duration.ofMillis(millis));
    }

    /** As a span, but to be put after "each" or "every". */
    String slot(long millis) {
        return Numbers.slot(Duration.ofMillis(millis), language);
    }

    String state(ContestState state) {
        return switch (state) {
            case SCHEDULED -> messages.stateScheduled();
            case OPEN -> messages.stateOpen();
            case CLOSING -> messages.stateClosing();
            case HELD -> messages.stateHeld();
            case CERTIFIED -> messages.stateCertified();
            case ANNOUNCED -> messages.stateAnnounced();
        };
    }

    String verdict(Verdict verdict) {
        var reason = verdict.reason();
        return reason == null ? messages.verdictCounted() : reason(reason);
    }

    /** @param jsonName as in the data: {@code counted} or the reason */
    String verdict(String jsonName) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.jsonName().equals(jsonName))
                .findFirst()
                .map(this::verdict)
                .orElse(jsonName);
    }

    private String reason(Reason reason) {
        return switch (reason) {
            case EARLY -> messages.verdictEarly();
            case LATE -> messages.verdictLate();
            case ROBOT -> messages.verdictRobot();
            case FROZEN -> messages.verdictFrozen();
            case REPEAT -> messages.verdictRepeat();
            case CAPPED -> messages.verdictCapped();
            case CROWDED -> messages.verdictCrowded();
        };
    }

    String meaning(Reason reason) {
        return switch (reason) {
            case EARLY -> messages.meaningEarly();
            case LATE -> messages.meaningLate();
            case ROBOT -> messages.meaningRobot();
            case FROZEN -> messages.meaningFrozen();
            case REPEAT -> messages.meaningRepeat();
            case CAPPED -> messages.meaningCapped();
            case CROWDED -> messages.meaningCrowded();
        };
    }

    /** Views, or shares to a platform, by their names in the data. */
    String item(String kind, @Nullable String platform) {
        return kind.equals(Kind.VIEW.jsonName())
                ? messages.views()
                : platform == null ? messages.shares() : messages.sharesTo(platform);
    }

    /** What to say when pings that were turned away might have changed who won; null otherwise. */
    @Nullable
    String doubt(CertifiedResult certificate) {
        return certificate.turnedAway() > certificate.margin()
                ? messages.turnedAwayMattersText(
                        Numbers.grouped(certificate.turnedAway()), Numbers.grouped(certificate.margin()))
                : null;
    }
}
