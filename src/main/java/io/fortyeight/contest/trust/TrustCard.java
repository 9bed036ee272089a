package io.fortyeight.contest.trust;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a campaign, as {@link TrustReader} has checked it.
 *
 * @param costs what money is used for: all of them shares that add up to 100 %, or all of them amounts
 * @param currency of the amounts among the costs; null without any
 */
@JsonInclude(Include.NON_NULL)
public record TrustCard(
        String organization,
        @Nullable String registeredNumber,
        @Nullable Registry registry,
        @Nullable String contact,
        @Nullable String donationUrl,
        List<Cost> costs,
        @Nullable String currency,
        @Nullable Impact impact) {

    /** Where the organization is registered. */
    @JsonInclude(Include.NON_NULL)
    public record Registry(String name, @Nullable String url) {}

    /**
     * One use of money.
     *
     * @param share in percent; null when the amount is given
     */
    @JsonInclude(Include.NON_NULL)
    public record Cost(
            String label,
            @Nullable BigDecimal share,
            @Nullable BigDecimal amount) {}

    /**
     * What a sum does, in the campaign's own words: "$2,500 <i>brings one person to safety</i>", "20 <i>people brought to
     * safety</i>".
     */
    public record Impact(BigDecimal amount, String currency, String one, String many) {

        public Money money() {
            return Money.ofStored(amount, currency);
        }
    }

    /** The fields that a complete card has and this one lacks. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (registeredNumber == null) {
            missing.add("registeredNumber");
        }
        if (registry == null) {
            missing.add("registry");
        }
        if (contact == null) {
            missing.add("contact");
        }
        if (donationUrl == null) {
            missing.add("donationUrl");
        }
        if (costs.isEmpty()) {
            missing.add("costs");
        }
        return missing;
    }

    @JsonIgnore
    boolean isComplete() {
        return missing().isEmpty();
    }

    /** Each once. */
    List<String> links() {
        return Stream.of(donationUrl, registry == null ? null : registry.url())
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
