package io.fortyeight.contest.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exact sum of money, above zero and below a trillion.
 *
 * @param amount with as many decimals as the currency has
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final int MAX_INTEGER_DIGITS = 12;

    /** By its code in ISO 4217; empty for one that nobody pays in, such as {@code XAU}. */
    static Optional<Currency> currency(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(code)).filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Empty when the amount is out of bounds, or finer than the currency can be paid. */
    static Optional<Money> of(BigDecimal amount, Currency currency) {
        var decimals = currency.getDefaultFractionDigits();
        // Before anything that would write the number out: its exponent is the sender's.
        if (amount.signum() <= 0 || amount.precision() - (long) amount.scale() > MAX_INTEGER_DIGITS) {
            return Optional.empty();
        }
        return amount.stripTrailingZeros().scale() > decimals
                ? Optional.empty()
                : Optional.of(new Money(amount.setScale(decimals, RoundingMode.UNNECESSARY), currency));
    }

    static Money ofStored(BigDecimal amount, String code) {
        return of(amount, Currency.getInstance(code)).orElseThrow();
    }

    /** How many times the other sum, of the same currency, is contained in this one; a rest is dropped. */
    public long divided(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " can't be divided by " + other.currency);
        }
        return amount.divideToIntegralValue(other.amount).longValueExact();
    }
}
