package io.fortyeight.contest.trust;

import io.fortyeight.contest.linkcheck.LinkPolicy;
import io.fortyeight.web.form.Texts;
import io.fortyeight.web.form.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a trust card that somebody stated. What is wrong goes to the violations; the card holds only if there is none. */
public final class TrustReader {

    public static final int MAX_COSTS = 20;

    private static final int NAME = 200;
    private static final int WORDS = 100;
    private static final int MAX_SHARE_DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** They make text read in another order than it is written: a name could pose as another. */
    private static final Pattern TURNS_TEXT = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

    private final LinkPolicy links;
    private final Violations violations;

    public TrustReader(LinkPolicy links, Violations violations) {
        this.links = links;
        this.violations = violations;
    }

    public TrustCard read(NewTrust given) {
        var costs = costs(given);
        return new TrustCard(
                required("organization", given.organization(), NAME),
                optional("registeredNumber", given.registeredNumber(), WORDS),
                registry(given.registry()),
                optional("contact", given.contact(), NAME),
                link("donationUrl", given.donationUrl()),
                costs,
                costs.stream().anyMatch(cost -> cost.amount() != null) ? given.currency() : null,
                impact(given.impact()));
    }

    private TrustCard.@Nullable Registry registry(NewTrust.@Nullable Registry given) {
        return given == null
                ? null
                : new TrustCard.Registry(
                        required("registry.name", given.name(), NAME), link("registry.url", given.url()));
    }

    private TrustCard.@Nullable Impact impact(NewTrust.@Nullable Impact given) {
        if (given == null) {
            return null;
        }
        var currency = currency("impact.currency", given.currency());
        var money = currency == null ? null : money("impact.amount", given.amount(), currency);
        var one = required("impact.one", given.one(), WORDS);
        var many = required("impact.many", given.many(), WORDS);
        return money == null
                ? null
                : new TrustCard.Impact(money.amount(), money.currency().getCurrencyCode(), one, many);
    }

    private List<TrustCard.Cost> costs(NewTrust given) {
        var stated = given.costs();
        if (stated == null || stated.isEmpty()) {
            if (given.currency() != null) {
                violations.add("currency", TrustMessages.class, TrustMessages::currencyWithoutAmounts);
            }
            return List.of();
        }
        if (stated.size() > MAX_COSTS) {
            violations.add("costs", messages -> messages.tooMany(MAX_COSTS));
            return List.of();
        }
        var areAmounts = stated.get(0) != null && stated.get(0).amount() != null;
        var currency = areAmounts ? currency("currency", given.currency()) : null;
        if (!areAmounts && given.currency() != null) {
            violations.add("currency", TrustMessages.class, TrustMessages::currencyWithoutAmounts);
        }
        var costs = new ArrayList<TrustCard.Cost>();
        for (var i = 0; i < stated.size(); i++) {
            var cost = stated.get(i);
            var field = "costs[" + i + "]";
            if (cost == null) {
                violations.add(field, TrustMessages.class, TrustMessages::missing);
            } else {
                costs.add(areAmounts ? amount(field, cost, currency) : share(field, cost));
            }
        }
        if (!areAmounts && costs.size() == stated.size()) {
            checkSum(costs);
        }
        return List.copyOf(costs);
    }

    private TrustCard.Cost amount(String field, NewTrust.Cost cost, @Nullable Currency currency) {
        if (cost.share() != null) {
            violations.add(field + ".share", TrustMessages.class, TrustMessages::sharesOrAmounts);
        }
        var money = currency == null ? null : money(field + ".amount", cost.amount(), currency);
        return new TrustCard.Cost(
                required(field + ".label", cost.label(), WORDS), null, money == null ? null : money.amount());
    }

    private TrustCard.Cost share(String field, NewTrust.Cost cost) {
        if (cost.amount() != null) {
            violations.add(field + ".amount", TrustMessages.class, TrustMessages::sharesOrAmounts);
        }
        var share = cost.share();
        if (share == null) {
            violations.add(field + ".share", TrustMessages.class, TrustMessages::missing);
        } else if (share.signum() <= 0
                || share.compareTo(HUNDRED) > 0
                || share.stripTrailingZeros().scale() > MAX_SHARE_DECIMALS) {
            violations.add(field + ".share", TrustMessages.class, TrustMessages::noShare);
            share = null;
        }
        return new TrustCard.Cost(required(field + ".label", cost.label(), WORDS), share, null);
    }

    /** Only when each share by itself is right: else the sum would be a second complaint about the same. */
    private void checkSum(List<TrustCard.Cost> costs) {
        var sum = BigDecimal.ZERO;
        for (var cost : costs) {
            var share = cost.share();
            if (share == null) {
                return;
            }
            sum = sum.add(share);
        }
        if (sum.compareTo(HUNDRED) != 0) {
            var text = sum.stripTrailingZeros().toPlainString();
            violations.add("costs", TrustMessages.class, messages -> messages.notHundred(text));
        }
    }

    private @Nullable Currency currency(String field, @Nullable String code) {
        var currency = Money.currency(code);
        if (currency.isEmpty()) {
            violations.add(field, TrustMessages.class, TrustMessages::noCurrency);
        }
        return currency.orElse(null);
    }

    private @Nullable Money money(String field, @Nullable BigDecimal amount, Currency currency) {
        var money = amount == null ? null : Money.of(amount, currency).orElse(null);
        if (money == null) {
            violations.add(
                    field,
                    TrustMessages.class,
                    messages -> messages.noAmount(currency.getDefaultFractionDigits(), currency.getCurrencyCode()));
        }
        return money;
    }

    private @Nullable String link(String field, @Nullable String url) {
        if (url != null && links.target(url).isEmpty()) {
            violations.add(field, TrustMessages.class, TrustMessages::noLink);
            return null;
        }
        return url;
    }

    private String required(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            violations.add(field, TrustMessages.class, messages -> messages.missingText(most));
            return "";
        }
        return checked(field, text, most);
    }

    private @Nullable String optional(String field, @Nullable String text, int most) {
        return text == null ? null : required(field, text, most);
    }

    private String checked(String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            violations.add(field, messages -> messages.tooLong(most));
        } else if (!Texts.isPrintable(text) || TURNS_TEXT.matcher(text).find()) {
            violations.add(field, TrustMessages.class, TrustMessages::unprintable);
        }
        return text;
    }
}
