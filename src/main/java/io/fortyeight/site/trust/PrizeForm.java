package io.fortyeight.site.trust;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.trust.Prizes;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.web.page.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an organizer states the prizes.
 *
 * @param notice what came of sending the form; null before
 * @param isGood whether that is good news
 * @param isFixed whether they can't be changed any more; then {@code stated} is all there is
 */
record PrizeForm(
        String contest,
        String contestName,
        boolean past,
        @Nullable String notice,
        boolean isGood,
        boolean isFixed,
        List<Stated> stated,
        TrustForm.Field currency,
        List<Row> rows) {

    private static final int EMPTY_ROWS = 3;

    record Stated(String place, String amount) {}

    record Row(
            String place,
            String placeName,
            @Nullable String placeError,
            String amount,
            String amountName,
            @Nullable String amountError,
            int number) {}

    static PrizeForm of(
            ContestDetails contest,
            Prizes prizes,
            boolean isFixed,
            PrizeFields typed,
            Map<String, String> errors,
            @Nullable String notice,
            PageText<TrustMessages> words) {
        var messages = words.messages();
        return new PrizeForm(
                contest.slug(),
                contest.name(),
                contest.past(),
                notice,
                errors.isEmpty(),
                isFixed,
                prizes.prizes().stream()
                        .map(prize -> {
                            var money = prizes.money(prize);
                            return new Stated(
                                    words.ordinal(prize.place()), words.money(money.amount(), money.currency()));
                        })
                        .toList(),
                new TrustForm.Field(
                        "currency",
                        messages.formCurrency(),
                        null,
                        "text",
                        typed.currency(),
                        fault("currency", messages.formCurrency(), errors, messages)),
                rows(typed, errors, words));
    }

    private static List<Row> rows(PrizeFields typed, Map<String, String> errors, PageText<TrustMessages> words) {
        var messages = words.messages();
        var rows = new ArrayList<Row>();
        for (var i = 0; i < typed.rows().size() + EMPTY_ROWS; i++) {
            var row = i < typed.rows().size() ? typed.rows().get(i) : new PrizeFields.Row(Integer.toString(i + 1), "");
            var path = "prizes[" + i + "].";
            rows.add(new Row(
                    row.place(),
                    messages.prizePlace(i + 1),
                    fault(path + "place", words.common().place(), errors, messages),
                    row.amount(),
                    messages.prizeAmount(i + 1),
                    fault(path + "amount", messages.prize(), errors, messages),
                    i + 1));
        }
        return List.copyOf(rows);
    }

    private static @Nullable String fault(
            String field, String label, Map<String, String> errors, TrustMessages messages) {
        var fault = errors.get(field);
        return fault == null ? null : messages.formFault(label, fault);
    }
}
