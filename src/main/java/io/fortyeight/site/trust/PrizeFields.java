package io.fortyeight.site.trust;

import io.fortyeight.contest.trust.Faults;
import io.fortyeight.contest.trust.NewPrizes;
import io.fortyeight.contest.trust.Prizes;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the form of prizes, as they typed it.
 *
 * @param rows without those that were left empty, so that a row's number is that of the prize it states
 */
record PrizeFields(String currency, List<Row> rows) {

    record Row(String place, String amount) {}

    static PrizeFields of(Prizes prizes) {
        var currency = prizes.currency();
        return new PrizeFields(
                currency == null ? "" : currency,
                prizes.prizes().stream()
                        .map(prize -> new Row(
                                Integer.toString(prize.place()),
                                prize.amount().stripTrailingZeros().toPlainString()))
                        .toList());
    }

    static PrizeFields of(MultivaluedMap<String, String> form) {
        var places = form.getOrDefault("place", List.of());
        var amounts = form.getOrDefault("amount", List.of());
        var rows = new ArrayList<Row>();
        for (var i = 0; i < Math.min(places.size(), amounts.size()); i++) {
            var row = new Row(places.get(i).strip(), amounts.get(i).strip());
            // Rows come numbered: a place alone states nothing.
            if (!row.amount().isEmpty()) {
                rows.add(row);
            }
        }
        var currency = form.getFirst("currency");
        return new PrizeFields(currency == null ? "" : currency.strip(), List.copyOf(rows));
    }

    /** The prizes that are meant; what is no number goes to the faults. */
    NewPrizes stated(Faults faults) {
        var prizes = new ArrayList<NewPrizes.@Nullable Prize>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            prizes.add(new NewPrizes.Prize(
                    row.place().matches("\\d{1,6}") ? Integer.valueOf(row.place()) : null,
                    TrustFields.number("prizes[" + i + "].amount", row.amount(), faults)));
        }
        return new NewPrizes(currency.isEmpty() ? null : currency, prizes);
    }
}
