package io.fortyeight.contest.api;

import io.fortyeight.contest.directory.ContestMessages;
import io.fortyeight.contest.directory.Publication;
import io.fortyeight.contest.rules.RulesReader;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.web.form.Texts;
import io.fortyeight.web.form.ViolationMessages;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.form.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contest that may be: every rule that holds without looking at the clock or at other contests is kept.
 *
 * @param length given when the end was stated as a duration
 */
public record ContestPlan(
        String slug,
        String name,
        ZoneId zone,
        Instant opensAt,
        Instant closesAt,
        @Nullable Duration length,
        @Nullable Instant announcesAt,
        Publication publishes,
        @Nullable Duration blackout,
        RulesCard rules,
        boolean requiresTrust) {

    static final Duration DEFAULT_LENGTH = Duration.ofHours(48);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * @param current the card that {@code request.rules()} change, if there is one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400, naming every wrong field
     */
    static ContestPlan read(NewContest request, @Nullable RulesCard current, String robots) {
        var violations = new Violations();
        var slug = Slugs.read(request.slug(), violations);
        var name = Texts.named("name", request.name(), violations);
        var zone = LocalTimes.zone(request.zone(), violations);
        var opensAt = opensAt(request, zone, violations);
        var length = length(request, violations);
        var closesAt = closesAt(request, zone, opensAt, length, violations);
        var publishes = publishes(request, violations);
        var announcesAt = announcesAt(request, zone, closesAt, publishes, violations);
        var window = opensAt == null || closesAt == null ? DEFAULT_LENGTH : Duration.between(opensAt, closesAt);
        var blackout = blackout(request, window, violations);
        var rules = RulesReader.read(current, request.rules(), window, robots, violations);
        violations.throwIfAny();
        return new ContestPlan(
                slug,
                name,
                Objects.requireNonNull(zone),
                Objects.requireNonNull(opensAt),
                Objects.requireNonNull(closesAt),
                length,
                announcesAt,
                publishes,
                blackout,
                rules,
                Boolean.TRUE.equals(request.requiresTrust()));
    }

    private static @Nullable Instant opensAt(NewContest request, @Nullable ZoneId zone, Violations violations) {
        if (request.opensAt() == null) {
            violations.add(
                    "opensAt",
                    ContestMessages.class,
                    ContestMessages::timeMissing,
                    Wording.of(ViolationMessages.class, ViolationMessages::missing));
            return null;
        }
        return zone == null ? null : LocalTimes.instant("opensAt", request.opensAt(), zone, violations);
    }

    private static @Nullable Duration length(NewContest request, Violations violations) {
        if (request.closesAt() != null) {
            if (request.duration() != null) {
                violations.add("duration", ContestMessages.class, ContestMessages::durationWithEnd);
            }
            return null;
        }
        if (request.duration() == null) {
            return DEFAULT_LENGTH;
        }
        try {
            var duration = Duration.parse(request.duration());
            if (isAllowed(duration, "duration", violations)) {
                return duration.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException malformed) {
            noDuration("duration", "PT48H", violations);
        }
        return null;
    }

    private static @Nullable Instant closesAt(
            NewContest request,
            @Nullable ZoneId zone,
            @Nullable Instant opensAt,
            @Nullable Duration length,
            Violations violations) {
        if (request.closesAt() == null) {
            return opensAt == null || length == null ? null : opensAt.plus(length);
        }
        var closesAt = zone == null ? null : LocalTimes.instant("closesAt", request.closesAt(), zone, violations);
        if (opensAt == null || closesAt == null) {
            return closesAt;
        }
        if (!opensAt.isBefore(closesAt)) {
            violations.add(
                    "closesAt",
                    ContestMessages.class,
                    ContestMessages::endBeforeOpening,
                    Wording.of(ContestMessages.class, ContestMessages::endBeforeOpeningOnForm));
            return null;
        }
        return isAllowed(Duration.between(opensAt, closesAt), "closesAt", violations) ? closesAt : null;
    }

    private static Publication publishes(NewContest request, Violations violations) {
        if (request.publishes() == null) {
            return Publication.CERTIFIED;
        }
        for (var publication : Publication.values()) {
            if (publication.jsonName().equals(request.publishes())) {
                return publication;
            }
        }
        violations.add("publishes", ContestMessages.class, ContestMessages::noPublication);
        return Publication.CERTIFIED;
    }

    private static @Nullable Instant announcesAt(
            NewContest request,
            @Nullable ZoneId zone,
            @Nullable Instant closesAt,
            Publication publishes,
            Violations violations) {
        var isHeldUntil = publishes == Publication.ANNOUNCED;
        if (request.announcesAt() == null) {
            if (isHeldUntil) {
                violations.add("announcesAt", ContestMessages.class, ContestMessages::announcementMissing);
            }
            return null;
        }
        if (zone == null) {
            return null;
        }
        var announcesAt = LocalTimes.instant("announcesAt", request.announcesAt(), zone, violations);
        if (announcesAt != null && closesAt != null) {
            if (announcesAt.isBefore(closesAt)) {
                violations.add("announcesAt", ContestMessages.class, ContestMessages::announcementBeforeEnd);
            } else if (isHeldUntil && announcesAt.equals(closesAt)) {
                violations.add("announcesAt", ContestMessages.class, ContestMessages::announcementAtEnd);
            }
        }
        return announcesAt;
    }

    private static @Nullable Duration blackout(NewContest request, Duration window, Violations violations) {
        if (request.blackout() == null) {
            return null;
        }
        try {
            var blackout = Duration.parse(request.blackout());
            if (blackout.compareTo(SHORTEST) >= 0 && blackout.compareTo(window) <= 0) {
                return blackout.truncatedTo(ChronoUnit.MILLIS);
            }
            violations.add(
                    "blackout",
                    ViolationMessages.class,
                    messages -> messages.fitsWindow("1 s", window.toString()),
                    Wording.of(
                            ViolationMessages.class,
                            (messages, format) -> messages.fitsWindow(format.span(SHORTEST), format.span(window))));
        } catch (DateTimeException malformed) {
            noDuration("blackout", "PT6H", violations);
        }
        return null;
    }

    private static void noDuration(String field, String example, Violations violations) {
        violations.add(
                field,
                ViolationMessages.class,
                messages -> messages.isoDuration(example),
                Wording.of(ViolationMessages.class, ViolationMessages::span));
    }

    private static boolean isAllowed(Duration length, String field, Violations violations) {
        if (length.compareTo(SHORTEST) < 0) {
            violations.add(field, ContestMessages.class, ContestMessages::windowTooShort);
            return false;
        }
        if (length.compareTo(LONGEST) > 0) {
            violations.add(field, ContestMessages.class, ContestMessages::windowTooLong);
            return false;
        }
        return true;
    }
}
