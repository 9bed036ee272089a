package io.fortyeight.contest.trust;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.web.form.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be won in a contest, all of it in one currency.
 *
 * @param currency null when there are none
 * @param prizes by place, each place once
 */
@JsonInclude(Include.NON_NULL)
public record Prizes(@Nullable String currency, List<Prize> prizes) {

    static final Prizes NONE = new Prizes(null, List.of());

    private static final int MAX = 100;
    private static final int LAST_PLACE = 10_000;

    public record Prize(int place, BigDecimal amount) {}

    /** What is wrong goes to the violations; the prizes hold only if there is none. */
    public static Prizes read(NewPrizes given, Violations violations) {
        var stated = given.prizes();
        if (stated == null) {
            violations.add("prizes", TrustMessages.class, TrustMessages::missing);
            return NONE;
        }
        if (stated.size() > MAX) {
            violations.add("prizes", messages -> messages.tooMany(MAX));
            return NONE;
        }
        if (stated.isEmpty()) {
            return NONE;
        }
        var currency = Money.currency(given.currency());
        if (currency.isEmpty()) {
            violations.add("currency", TrustMessages.class, TrustMessages::noCurrency);
            return NONE;
        }
        var paid = currency.get();
        var places = new HashSet<Integer>();
        var prizes = new ArrayList<Prize>();
        for (var i = 0; i < stated.size(); i++) {
            var prize = stated.get(i);
            var field = "prizes[" + i + "]";
            var place = prize == null ? null : prize.place();
            if (place == null || place < 1 || place > LAST_PLACE || !places.add(place)) {
                violations.add(field + ".place", TrustMessages.class, messages -> messages.noPlace(LAST_PLACE));
            }
            var amount = prize == null ? null : prize.amount();
            var money = amount == null ? null : Money.of(amount, paid).orElse(null);
            if (money == null) {
                violations.add(
                        field + ".amount",
                        TrustMessages.class,
                        messages -> messages.noAmount(paid.getDefaultFractionDigits(), paid.getCurrencyCode()));
            } else if (place != null) {
                prizes.add(new Prize(place, money.amount()));
            }
        }
        prizes.sort(Comparator.comparingInt(Prize::place));
        return new Prizes(paid.getCurrencyCode(), List.copyOf(prizes));
    }

    public Money money(Prize prize) {
        if (currency == null) {
            throw new IllegalStateException("A prize without a currency");
        }
        return Money.ofStored(prize.amount(), currency);
    }
}
