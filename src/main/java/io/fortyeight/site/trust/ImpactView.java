package io.fortyeight.site.trust;

import io.fortyeight.contest.trust.Money;
import io.fortyeight.contest.trust.Prizes;
import io.fortyeight.contest.trust.TrustCard;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.page.PageText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sum brings, and what the prizes would.
 *
 * @param unit for instance {@code $2,500}; null when the campaign says nothing of what it does with it
 * @param does for instance {@code brings one person to safety}
 * @param standing what the campaign's place would bring, in a sentence; null while it has no score
 */
public record ImpactView(
        @Nullable String unit,
        @Nullable String does,
        List<PrizeView> prizes,
        @Nullable String standing) {

    /**
     * A prize.
     *
     * @param brings for instance {@code 20 people brought to safety}; null when that can't be told
     * @param isHere whether the campaign stands there
     */
    public record PrizeView(
            String place, String amount, @Nullable String brings, boolean isHere) {}

    /** Null when there is nothing to tell. */
    static @Nullable ImpactView of(
            TrustCard.@Nullable Impact impact,
            Prizes prizes,
            Leaderboard leaderboard,
            String campaign,
            PageText<TrustMessages> words) {
        if (impact == null && prizes.prizes().isEmpty()) {
            return null;
        }
        var line = leaderboard.standings().stream()
                .filter(standing -> standing.campaign().equals(campaign) && standing.score() > 0)
                .findFirst();
        var views = prizes.prizes().stream()
                .map(prize -> {
                    var money = prizes.money(prize);
                    return new PrizeView(
                            words.ordinal(prize.place()),
                            words.money(money.amount(), money.currency()),
                            brings(impact, money, words),
                            line.filter(standing -> standing.place() == prize.place())
                                    .isPresent());
                })
                .toList();
        return new ImpactView(
                impact == null
                        ? null
                        : words.money(impact.money().amount(), impact.money().currency()),
                impact == null ? null : impact.one(),
                views,
                views.isEmpty() ? null : standing(line, leaderboard, views, words));
    }

    private static @Nullable String brings(
            TrustCard.@Nullable Impact impact, Money money, PageText<TrustMessages> words) {
        if (impact == null || !impact.money().currency().equals(money.currency())) {
            return null;
        }
        var times = money.divided(impact.money());
        return times == 0 ? null : times == 1 ? impact.one() : words.number(times) + " " + impact.many();
    }

    private static @Nullable String standing(
            Optional<Leaderboard.Line> line,
            Leaderboard leaderboard,
            List<PrizeView> prizes,
            PageText<TrustMessages> words) {
        if (line.isEmpty()) {
            return null;
        }
        var messages = words.messages();
        var place = line.get().place();
        var text = words.ordinal(place);
        var isShared = leaderboard.standings().stream()
                        .filter(other -> other.place() == place)
                        .count()
                > 1;
        var stands = leaderboard.isFinal()
                ? messages.came(text)
                : leaderboard.hiddenSince() != null
                        ? messages.stood(text)
                        : isShared ? messages.standsShared(text) : messages.standsNow(text);
        return stands + ": "
                + prizes.stream()
                        .filter(PrizeView::isHere)
                        .findFirst()
                        .map(prize -> won(prize, isShared, messages))
                        .orElseGet(messages::noPrize);
    }

    private static String won(PrizeView prize, boolean isShared, TrustMessages messages) {
        if (isShared) {
            return prize.amount() + "; " + messages.sharedPrize();
        }
        return prize.brings() == null ? prize.amount() : prize.amount() + " = " + prize.brings();
    }
}
