package io.fortyeight.site.trust;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.contest.trust.TrustReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an organizer writes a trust card.
 *
 * @param notice what came of sending the form; null before
 * @param isGood whether that is good news
 * @param lacks the fields that a complete card has and this one lacks, in a list; null when it is complete
 * @param costsError what is wrong with all costs together
 * @param preview the card as everybody sees it
 */
record TrustForm(
        String contest,
        String contestName,
        String campaign,
        String campaignTitle,
        boolean isRequired,
        @Nullable String notice,
        boolean isGood,
        @Nullable String lacks,
        List<Field> about,
        boolean areAmounts,
        Field currency,
        @Nullable String costsError,
        List<Row> costs,
        List<Field> impact,
        int version,
        TrustView preview) {

    private static final int EMPTY_ROWS = 3;
    private static final int MIN_ROWS = 6;

    /**
     * One field.
     *
     * @param name as it is sent; also its path in the API's problems
     * @param type of its input
     */
    record Field(
            String name,
            String label,
            @Nullable String hint,
            String type,
            String value,
            @Nullable String error) {}

    /** A row of the table of costs. */
    record Row(
            int number,
            String labelName,
            String label,
            @Nullable String labelError,
            String valueName,
            String value,
            @Nullable String valueError) {}

    static TrustForm of(
            ContestDetails contest,
            CampaignDetails campaign,
            TrustFields typed,
            Map<String, String> errors,
            @Nullable String notice,
            boolean isGood,
            List<String> missing,
            TrustView preview,
            TrustMessages words) {
        var fields = new Fields(errors, words);
        return new TrustForm(
                contest.slug(),
                contest.name(),
                campaign.slug(),
                campaign.title(),
                contest.requiresTrust(),
                notice,
                isGood,
                missing.isEmpty() ? null : lacking(missing, words),
                List.of(
                        fields.text("organization", words.formOrganization(), null, typed.organization()),
                        fields.text(
                                "registeredNumber",
                                words.registered(),
                                words.formRegisteredHint(),
                                typed.registeredNumber()),
                        fields.text("registry.name", words.formRegistry(), null, typed.registryName()),
                        fields.url("registry.url", words.formRegistryUrl(), words.formLinkHint(), typed.registryUrl()),
                        fields.text("contact", words.contact(), words.formContactHint(), typed.contact()),
                        fields.url("donationUrl", words.formDonationUrl(), words.formLinkHint(), typed.donationUrl())),
                typed.areAmounts(),
                fields.text("currency", words.formCurrency(), words.formCurrencyHint(), typed.currency()),
                fields.error("costs", words.costs()),
                rows(typed, fields, words),
                List.of(
                        fields.number("impact.amount", words.amount(), typed.impactAmount()),
                        fields.text("impact.currency", words.formCurrency(), null, typed.impactCurrency()),
                        fields.text("impact.one", words.formImpactOne(), null, typed.impactOne()),
                        fields.text("impact.many", words.formImpactMany(), null, typed.impactMany())),
                typed.version(),
                preview);
    }

    private static String lacking(List<String> missing, TrustMessages words) {
        return missing.stream()
                .map(field -> switch (field) {
                    case "registeredNumber" -> words.registered();
                    case "registry" -> words.formRegistry();
                    case "contact" -> words.contact();
                    case "donationUrl" -> words.formDonationUrl();
                    default -> words.costs();
                })
                .collect(Collectors.joining(", "));
    }

    private static List<Row> rows(TrustFields typed, Fields fields, TrustMessages words) {
        var rows = new ArrayList<Row>();
        var number =
                Math.min(TrustReader.MAX_COSTS, Math.max(MIN_ROWS, typed.costs().size() + EMPTY_ROWS));
        for (var i = 0; i < Math.max(number, typed.costs().size()); i++) {
            var row = i < typed.costs().size() ? typed.costs().get(i) : new TrustFields.Row("", "");
            var path = "costs[" + i + "].";
            rows.add(new Row(
                    i + 1,
                    words.formCost(i + 1),
                    row.label(),
                    fields.error(path + "label", words.use()),
                    words.formCostValue(i + 1),
                    row.value(),
                    fields.error(
                            path + (typed.areAmounts() ? "amount" : "share"),
                            typed.areAmounts() ? words.amount() : words.share())));
        }
        return List.copyOf(rows);
    }

    /** Makes fields, each with what is wrong with it. */
    private record Fields(Map<String, String> errors, TrustMessages words) {

        Field text(String name, String label, @Nullable String hint, String value) {
            return new Field(name, label, hint, "text", value, error(name, label));
        }

        Field url(String name, String label, @Nullable String hint, String value) {
            return new Field(name, label, hint, "url", value, error(name, label));
        }

        Field number(String name, String label, String value) {
            return new Field(name, label, null, "text", value, error(name, label));
        }

        @Nullable
        String error(String name, String label) {
            var fault = errors.get(name);
            return fault == null ? null : words.formFault(label, fault);
        }
    }
}
