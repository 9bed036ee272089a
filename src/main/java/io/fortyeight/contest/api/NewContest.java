package io.fortyeight.contest.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A contest as an organizer states it; nothing of it is checked yet.
 *
 * @param zone for instance {@code America/New_York}; the times below are local in it
 * @param opensAt for instance {@code 2013-12-17T00:00}
 * @param duration the window's length, ISO-8601; {@code PT48H} when neither it nor {@code closesAt} is given
 * @param closesAt the end as a local time, instead of {@code duration}
 * @param announcesAt when winners are announced; not before the window closes
 * @param publishes when the result is published: {@code certified}, at once, or {@code announced}, at {@code announcesAt};
 *     {@code certified} when not given
 * @param blackout how much of the window's end stays hidden until then, ISO-8601; nothing when not given
 * @param rules see {@link RulesReader}
 * @param requiresTrust whether a campaign competes only once its trust card is complete; not when not given
 */
public record NewContest(
        @Nullable String slug,
        @Nullable String name,
        @Nullable String zone,
        @Nullable String opensAt,
        @Nullable String duration,
        @Nullable String closesAt,
        @Nullable String announcesAt,
        @Nullable String publishes,
        @Nullable String blackout,
        @Nullable JsonNode rules,
        @Nullable Boolean requiresTrust) {

    /** A contest that requires nothing of its campaigns. */
    public NewContest(
            @Nullable String slug,
            @Nullable String name,
            @Nullable String zone,
            @Nullable String opensAt,
            @Nullable String duration,
            @Nullable String closesAt,
            @Nullable String announcesAt,
            @Nullable String publishes,
            @Nullable String blackout,
            @Nullable JsonNode rules) {
        this(slug, name, zone, opensAt, duration, closesAt, announcesAt, publishes, blackout, rules, null);
    }
}
