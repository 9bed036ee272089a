package io.fortyeight.site.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CostViewTest {

    @Test
    void roundedShares_addUpTo100() {
        for (var row : List.of(
                "1 1 1: 33.4 33.3 33.3",
                "2000 500 300 200.55 100 50: 63.5 15.9 9.5 6.3 3.2 1.6",
                "1500 500.50: 75.0 25.0",
                "7: 100.0",
                "999999999999.99 0.01: 100.0 0.0",
                "1 1 1 1 1 1 1: 14.3 14.3 14.3 14.3 14.3 14.3 14.2")) {
            var part = row.split(": ");
            var weights = Arrays.stream(part[0].split(" ")).map(BigDecimal::new).toList();
            var shares = CostView.tenths(weights);
            assertThat(shares.stream().map(BigDecimal::toString).collect(Collectors.joining(" ")))
                    .as(row)
                    .isEqualTo(part[1]);
            assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(row)
                    .isEqualByComparingTo("100");
        }
    }
}
