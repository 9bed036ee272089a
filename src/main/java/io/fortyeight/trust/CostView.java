package io.fortyeight.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One use of money, as a line of a table and a part of a bar.
 *
 * @param colour 1 to 6, which of the bar's colours
 * @param amount null when only shares were given
 * @param share in percent, as it was given, or rounded to one decimal
 * @param barFrom where its part of the bar begins, in percent
 * @param barWidth in percent
 */
public record CostView(
        int colour, String label, @Nullable String amount, String share, String barFrom, String barWidth) {

    private static final int COLOURS = 6;
    private static final int BAR_DECIMALS = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static List<CostView> of(TrustCard card, Words words) {
        var total = card.costs().stream().map(CostView::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        var views = new ArrayList<CostView>();
        var before = BigDecimal.ZERO;
        for (var cost : card.costs()) {
            views.add(new CostView(
                    views.size() % COLOURS + 1,
                    cost.label(),
                    cost.amount() == null ? null : words.money(money(cost.amount(), card)),
                    share(cost, total),
                    percent(before, total, BAR_DECIMALS),
                    percent(weight(cost), total, BAR_DECIMALS)));
            before = before.add(weight(cost));
        }
        return List.copyOf(views);
    }

    private static String share(TrustCard.Cost cost, BigDecimal total) {
        return cost.share() == null
                ? percent(weight(cost), total, 1)
                : cost.share().stripTrailingZeros().toPlainString();
    }

    private static BigDecimal weight(TrustCard.Cost cost) {
        return Objects.requireNonNullElseGet(cost.share(), () -> Objects.requireNonNull(cost.amount()));
    }

    private static Money money(BigDecimal amount, TrustCard card) {
        return new Money(amount, Currency.getInstance(card.currency()));
    }

    private static String percent(BigDecimal part, BigDecimal total, int decimals) {
        return part.multiply(HUNDRED)
                .divide(total, decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
