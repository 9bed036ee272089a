package io.fortyeight.site.trust;

import io.fortyeight.contest.trust.NewTrust;
import io.fortyeight.contest.trust.TrustCardVersion;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.contest.trust.TrustReader;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.FormPart;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.page.Language;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form in which an organizer writes a trust card. */
final class TrustForm {

    private static final int EMPTY_ROWS = 3;
    private static final int MIN_ROWS = 6;
    private static final String COSTS = "costs";
    private static final String COSTS_IN = "costsIn";
    private static final String AMOUNTS = "amounts";
    private static final String VERSION = "version";

    private static final FormFields<TrustMessages> FIELDS = FormFields.in(TrustMessages.class)
            .field("organization", TrustMessages::formOrganization)
            .field("registeredNumber", TrustMessages::registered, TrustMessages::formRegisteredHint)
            .field("registry.name", TrustMessages::formRegistry)
            .field("registry.url", TrustMessages::formRegistryUrl, TrustMessages::formLinkHint)
            .field("contact", TrustMessages::contact, TrustMessages::formContactHint)
            .field("donationUrl", TrustMessages::formDonationUrl, TrustMessages::formLinkHint)
            .field("currency", TrustMessages::formCurrency, TrustMessages::formCurrencyHint)
            .field(COSTS, TrustMessages::costs, TrustMessages::formMoneyHint)
            .rows("costs[].label", TrustMessages::formCost)
            .rows("costs[].value", TrustMessages::formCostValue)
            .alias("costs[].share", "costs[].value")
            .alias("costs[].amount", "costs[].value")
            .within(TrustMessages::formImpact)
            .field("impact.amount", TrustMessages::amount)
            .field("impact.currency", TrustMessages::formCurrency)
            .field("impact.one", TrustMessages::formImpactOne)
            .field("impact.many", TrustMessages::formImpactMany);

    private TrustForm() {}

    static Form of(@Nullable TrustCardVersion edition, Language language) {
        var typed = new HashMap<String, String>();
        if (edition == null) {
            return FIELDS.filled(typed, language);
        }
        var card = edition.card();
        put(typed, "organization", card.organization());
        put(typed, "registeredNumber", card.registeredNumber());
        var registry = card.registry();
        if (registry != null) {
            put(typed, "registry.name", registry.name());
            put(typed, "registry.url", registry.url());
        }
        put(typed, "contact", card.contact());
        put(typed, "donationUrl", card.donationUrl());
        put(typed, COSTS_IN, card.currency() == null ? null : AMOUNTS);
        put(typed, "currency", card.currency());
        var row = 0;
        for (var cost : card.costs()) {
            var value = Objects.requireNonNullElseGet(cost.share(), () -> Objects.requireNonNull(cost.amount()));
            putCost(typed, row++, cost.label(), plain(value));
        }
        var impact = card.impact();
        if (impact != null) {
            put(typed, "impact.amount", plain(impact.amount()));
            put(typed, "impact.currency", impact.currency());
            put(typed, "impact.one", impact.one());
            put(typed, "impact.many", impact.many());
        }
        typed.put(VERSION, Integer.toString(edition.version()));
        return FIELDS.filled(typed, language);
    }

    /** Without rows that were left empty, so that a row's number is that of the cost it states. */
    static Form posted(MultivaluedMap<String, String> sent, Language language) {
        var typed = Form.typed(sent);
        var labels = sent.getOrDefault("costLabel", List.of());
        var values = sent.getOrDefault("costValue", List.of());
        var row = 0;
        for (var i = 0; i < Math.min(labels.size(), values.size()); i++) {
            if (!labels.get(i).isBlank() || !values.get(i).isBlank()) {
                putCost(typed, row++, labels.get(i).strip(), values.get(i).strip());
            }
        }
        return FIELDS.filled(typed, language);
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }

    private static void putCost(Map<String, String> typed, int row, String label, String value) {
        typed.put("costs[" + row + "].label", label);
        typed.put("costs[" + row + "].value", value);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Those that are filled in, and some more. */
    static List<FormPart> costs(Form form) {
        var filled = form.rows(COSTS).size();
        return form.rows(
                COSTS, Math.max(filled, Math.min(TrustReader.MAX_COSTS, Math.max(MIN_ROWS, filled + EMPTY_ROWS))));
    }

    /** A form that was sent without one was made by hand: it replaces nothing that is there. */
    static int version(Form form) {
        var version = form.value(VERSION);
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    /** The card that is meant; what is no number goes to the violations. */
    static NewTrust stated(Form form, Violations violations) {
        var areAmounts = form.is(COSTS_IN, AMOUNTS);
        var registryName = form.text("registry.name");
        var registryUrl = form.text("registry.url");
        return new NewTrust(
                form.text("organization"),
                form.text("registeredNumber"),
                registryName == null && registryUrl == null ? null : new NewTrust.Registry(registryName, registryUrl),
                form.text("contact"),
                form.text("donationUrl"),
                costs(form, areAmounts, violations),
                areAmounts ? form.text("currency") : null,
                impact(form, violations));
    }

    private static List<NewTrust.@Nullable Cost> costs(Form form, boolean areAmounts, Violations violations) {
        var stated = new ArrayList<NewTrust.@Nullable Cost>();
        for (var row : form.rows(COSTS)) {
            var label = form.text(row.path() + ".label");
            var value = form.number(row.path() + ".value", violations);
            stated.add(new NewTrust.Cost(label, areAmounts ? null : value, areAmounts ? value : null));
        }
        return stated;
    }

    private static NewTrust.@Nullable Impact impact(Form form, Violations violations) {
        var amount = form.text("impact.amount");
        var currency = form.text("impact.currency");
        var one = form.text("impact.one");
        var many = form.text("impact.many");
        return amount == null && currency == null && one == null && many == null
                ? null
                : new NewTrust.Impact(form.number("impact.amount", violations), currency, one, many);
    }
}
