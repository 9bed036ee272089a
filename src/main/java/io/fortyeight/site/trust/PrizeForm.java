package io.fortyeight.site.trust;

import io.fortyeight.contest.trust.NewPrizes;
import io.fortyeight.contest.trust.Prizes;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.form.Wording;
import io.fortyeight.web.page.CommonMessages;
import io.fortyeight.web.page.Language;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form in which an organizer states the prizes. */
final class PrizeForm {

    private static final int EMPTY_ROWS = 3;
    private static final String PRIZES = "prizes";
    private static final String CURRENCY = "currency";

    private static final FormFields<TrustMessages> FIELDS = FormFields.in(TrustMessages.class)
            .field(CURRENCY, TrustMessages::formCurrency)
            .worded(PRIZES, Wording.of(CommonMessages.class, CommonMessages::prizes), null)
            .rows("prizes[].place", TrustMessages::prizePlace)
            .rows("prizes[].amount", TrustMessages::prizeAmount);

    private PrizeForm() {}

    static Form of(Prizes prizes, Language language) {
        var typed = new HashMap<String, String>();
        typed.put(CURRENCY, Objects.requireNonNullElse(prizes.currency(), ""));
        var row = 0;
        for (var prize : prizes.prizes()) {
            put(
                    typed,
                    row++,
                    Integer.toString(prize.place()),
                    prize.amount().stripTrailingZeros().toPlainString());
        }
        return filled(typed, row, language);
    }

    static Form posted(MultivaluedMap<String, String> sent, Language language) {
        var typed = Form.typed(sent);
        var places = sent.getOrDefault("place", List.of());
        var amounts = sent.getOrDefault("amount", List.of());
        var row = 0;
        for (var i = 0; i < Math.min(places.size(), amounts.size()); i++) {
            if (!amounts.get(i).isBlank()) {
                put(typed, row++, places.get(i).strip(), amounts.get(i).strip());
            }
        }
        return filled(typed, row, language);
    }

    private static Form filled(Map<String, String> typed, int rows, Language language) {
        for (var row = rows; row < rows + EMPTY_ROWS; row++) {
            put(typed, row, Integer.toString(row + 1), "");
        }
        return FIELDS.filled(typed, language);
    }

    private static void put(Map<String, String> typed, int row, String place, String amount) {
        typed.put("prizes[" + row + "].place", place);
        typed.put("prizes[" + row + "].amount", amount);
    }

    /** The prizes that are meant; what is no number goes to the violations. Rows come numbered: a place alone states nothing. */
    static NewPrizes stated(Form form, Violations violations) {
        var prizes = new ArrayList<NewPrizes.@Nullable Prize>();
        for (var row : form.rows(PRIZES)) {
            if (!row.text("amount").isEmpty()) {
                var place = row.text("place");
                prizes.add(new NewPrizes.Prize(
                        place.matches("\\d{1,6}") ? Integer.valueOf(place) : null,
                        form.number(row.path() + ".amount", violations)));
            }
        }
        return new NewPrizes(form.text(CURRENCY), prizes);
    }
}
