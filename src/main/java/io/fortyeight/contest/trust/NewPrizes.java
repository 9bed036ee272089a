package io.fortyeight.contest.trust;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contest's prizes as an organizer states them; nothing of it is checked yet. */
public record NewPrizes(@Nullable String currency, @Nullable List<@Nullable Prize> prizes) {

    public record Prize(@Nullable Integer place, @Nullable BigDecimal amount) {}
}
