package io.fortyeight.site.trust;

import io.fortyeight.contest.trust.Faults;
import io.fortyeight.contest.trust.NewTrust;
import io.fortyeight.contest.trust.TrustCardVersion;
import io.fortyeight.contest.trust.TrustMessages;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the form, as they typed it: nothing is lost when some of it is wrong.
 *
 * @param costs without rows that were left empty, so that a row's number is that of the cost it states
 */
record TrustFields(
        String organization,
        String registeredNumber,
        String registryName,
        String registryUrl,
        String contact,
        String donationUrl,
        boolean areAmounts,
        String currency,
        List<Row> costs,
        String impactAmount,
        String impactCurrency,
        String impactOne,
        String impactMany,
        int version) {

    static final String AMOUNTS = "amounts";

    record Row(String label, String value) {}

    static TrustFields of(@Nullable TrustCardVersion edition) {
        if (edition == null) {
            return new TrustFields("", "", "", "", "", "", false, "", List.of(), "", "", "", "", 0);
        }
        var card = edition.card();
        var registry = card.registry();
        var impact = card.impact();
        return new TrustFields(
                card.organization(),
                text(card.registeredNumber()),
                registry == null ? "" : registry.name(),
                registry == null ? "" : text(registry.url()),
                text(card.contact()),
                text(card.donationUrl()),
                card.currency() != null,
                text(card.currency()),
                card.costs().stream()
                        .map(cost -> new Row(
                                cost.label(),
                                plain(Objects.requireNonNullElseGet(
                                        cost.share(), () -> Objects.requireNonNull(cost.amount())))))
                        .toList(),
                impact == null ? "" : plain(impact.amount()),
                impact == null ? "" : impact.currency(),
                impact == null ? "" : impact.one(),
                impact == null ? "" : impact.many(),
                edition.version());
    }

    static TrustFields of(MultivaluedMap<String, String> form) {
        return new TrustFields(
                typed(form, "organization"),
                typed(form, "registeredNumber"),
                typed(form, "registry.name"),
                typed(form, "registry.url"),
                typed(form, "contact"),
                typed(form, "donationUrl"),
                typed(form, "costsIn").equals(AMOUNTS),
                typed(form, "currency"),
                rows(form),
                typed(form, "impact.amount"),
                typed(form, "impact.currency"),
                typed(form, "impact.one"),
                typed(form, "impact.many"),
                version(typed(form, "version")));
    }

    private static List<Row> rows(MultivaluedMap<String, String> form) {
        var labels = form.getOrDefault("costLabel", List.of());
        var values = form.getOrDefault("costValue", List.of());
        var rows = new ArrayList<Row>();
        for (var i = 0; i < Math.min(labels.size(), values.size()); i++) {
            var row = new Row(labels.get(i).strip(), values.get(i).strip());
            if (!row.label().isEmpty() || !row.value().isEmpty()) {
                rows.add(row);
            }
        }
        return List.copyOf(rows);
    }

    private static String typed(MultivaluedMap<String, String> form, String name) {
        return text(form.getFirst(name)).strip();
    }

    /** A form that was sent without one was made by hand: it replaces nothing that is there. */
    private static int version(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The card that is meant; what is no number goes to the faults. */
    NewTrust stated(Faults faults) {
        var hasRegistry = !registryName.isEmpty() || !registryUrl.isEmpty();
        return new NewTrust(
                given(organization),
                given(registeredNumber),
                hasRegistry ? new NewTrust.Registry(given(registryName), given(registryUrl)) : null,
                given(contact),
                given(donationUrl),
                costs(faults),
                areAmounts ? given(currency) : null,
                impact(faults));
    }

    private List<NewTrust.@Nullable Cost> costs(Faults faults) {
        var stated = new ArrayList<NewTrust.@Nullable Cost>();
        for (var i = 0; i < costs.size(); i++) {
            var row = costs.get(i);
            var value = number("costs[" + i + "]." + (areAmounts ? "amount" : "share"), row.value(), faults);
            stated.add(new NewTrust.Cost(given(row.label()), areAmounts ? null : value, areAmounts ? value : null));
        }
        return stated;
    }

    private NewTrust.@Nullable Impact impact(Faults faults) {
        if (impactAmount.isEmpty() && impactCurrency.isEmpty() && impactOne.isEmpty() && impactMany.isEmpty()) {
            return null;
        }
        return new NewTrust.Impact(
                number("impact.amount", impactAmount, faults),
                given(impactCurrency),
                given(impactOne),
                given(impactMany));
    }

    static @Nullable BigDecimal number(String field, String typed, Faults faults) {
        // No exponents: the text is all there is of the number, so it is bounded by the body.
        if (typed.matches("\\d{1,20}(\\.\\d{1,20})?")) {
            return new BigDecimal(typed);
        }
        if (!typed.isEmpty()) {
            faults.add(field, TrustMessages::noNumber);
        }
        return null;
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
