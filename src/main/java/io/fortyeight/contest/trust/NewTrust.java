package io.fortyeight.contest.trust;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trust card as an organizer states it; nothing of it is checked yet. The fields are those of {@link TrustCard}. */
public record NewTrust(
        @Nullable String organization,
        @Nullable String registeredNumber,
        @Nullable Registry registry,
        @Nullable String contact,
        @Nullable String donationUrl,
        @Nullable List<@Nullable Cost> costs,
        @Nullable String currency,
        @Nullable Impact impact) {

    public record Registry(@Nullable String name, @Nullable String url) {}

    public record Cost(
            @Nullable String label,
            @Nullable BigDecimal share,
            @Nullable BigDecimal amount) {}

    public record Impact(
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String one,
            @Nullable String many) {}
}
