package io.fortyeight.contest.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void amount_isExact_andWithinBounds() {
        for (var row : List.of(
                "2500 USD 2500.00",
                "2500.5 USD 2500.50",
                "0.01 USD 0.01",
                "0.010 USD 0.01",
                "0.009 USD -",
                "0.001 USD -",
                "0 USD -",
                "-1 USD -",
                "2.5E3 USD 2500.00",
                "999999999999.99 USD 999999999999.99",
                "1000000000000 USD -",
                "1E2000000000 USD -",
                "1E-2000000000 USD -",
                "50000 KRW 50000",
                "50000.0 KRW 50000",
                "50000.5 KRW -",
                "0.001 KWD 0.001",
                "0.30000000000000004 USD -")) {
            var part = row.split(" ");
            var money = Money.of(new BigDecimal(part[0]), Currency.getInstance(part[1]));
            assertThat(money.map(read -> read.amount().toString()).orElse("-"))
                    .as(row)
                    .isEqualTo(part[2]);
        }
    }

    @Test
    void currency_isOneThatPeoplePayIn() {
        for (var row : List.of("USD yes", "KRW yes", "usd no", "US no", "XAU no", "XXX no", "ABC no", "$ no")) {
            var part = row.split(" ");
            assertThat(Money.currency(part[0]).isPresent()).as(row).isEqualTo(part[1].equals("yes"));
        }
        assertThat(Money.currency(null)).isEmpty();
    }

    @Test
    void division_dropsTheRest() {
        for (var row : List.of(
                "50000 2500 20",
                "20000 2500 8",
                "2499.99 2500 0",
                "2500 2500 1",
                "0.3 0.1 3",
                "4999.99 2500 1",
                "999999999999.99 0.01 99999999999999")) {
            var part = row.split(" ");
            assertThat(usd(part[0]).divided(usd(part[1]))).as(row).isEqualTo(Long.parseLong(part[2]));
        }
        var won = Money.ofStored(new BigDecimal("50000"), "KRW");
        assertThatThrownBy(() -> usd("1").divided(won)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), USD).orElseThrow();
    }
}
