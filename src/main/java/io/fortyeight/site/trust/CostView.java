package io.fortyeight.site.trust;

import io.fortyeight.contest.trust.TrustCard;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.web.page.PageText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One use of money, as a line of a table and a part of a bar.
 *
 * @param colour 1 to 6, which of the bar's colours
 * @param amount null when only shares were given
 * @param share in percent, as it was given, or with one decimal; all of them add up to 100
 * @param barFrom where its part of the bar begins, in percent
 * @param barWidth in percent
 */
public record CostView(
        int colour, String label, @Nullable String amount, String share, String barFrom, String barWidth) {

    private static final int COLOURS = 6;
    private static final int BAR_DECIMALS = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TENTHS = BigDecimal.valueOf(1000);

    static List<CostView> of(TrustCard card, PageText<TrustMessages> words) {
        var weights = card.costs().stream().map(CostView::weight).toList();
        var total = sum(weights);
        var shares = tenths(weights);
        var views = new ArrayList<CostView>();
        var before = BigDecimal.ZERO;
        for (var cost : card.costs()) {
            views.add(new CostView(
                    views.size() % COLOURS + 1,
                    cost.label(),
                    cost.amount() == null ? null : words.money(cost.amount(), Currency.getInstance(card.currency())),
                    plain(cost.share() == null ? shares.get(views.size()) : cost.share()),
                    percent(before, total),
                    percent(weight(cost), total)));
            before = before.add(weight(cost));
        }
        return List.copyOf(views);
    }

    /**
     * Weights as percentages with one decimal that add up to 100: each is rounded down, and what is left over goes to those
     * that lost most by it.
     */
    static List<BigDecimal> tenths(List<BigDecimal> weights) {
        var total = sum(weights);
        var parts = weights.stream()
                .map(weight -> weight.multiply(TENTHS).divideAndRemainder(total))
                .toList();
        var left = TENTHS.subtract(sum(parts.stream().map(part -> part[0]).toList()))
                .intValueExact();
        var raised = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i)[1]).reversed())
                .limit(left)
                .collect(Collectors.toSet());
        return IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i)[0].add(raised.contains(i) ? BigDecimal.ONE : BigDecimal.ZERO))
                .map(tenths -> tenths.movePointLeft(1))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal weight(TrustCard.Cost cost) {
        return Objects.requireNonNullElseGet(cost.share(), () -> Objects.requireNonNull(cost.amount()));
    }

    private static String percent(BigDecimal part, BigDecimal total) {
        return plain(part.multiply(HUNDRED).divide(total, BAR_DECIMALS, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
