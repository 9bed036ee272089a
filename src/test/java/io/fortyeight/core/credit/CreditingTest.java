package io.fortyeight.core.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.core.credit.CreditSums.AgeKey;
import io.fortyeight.core.credit.CreditSums.Counted;
import io.fortyeight.core.credit.CreditSums.MinuteKey;
import io.fortyeight.core.credit.CreditSums.TreeKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Visitors are letters, and each has one link in each campaign. Times are milliseconds. */
class CreditingTest {

    private static final long WITHIN_MILLIS = 1_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final CreditSums sums = new CreditSums();
    private final Map<String, ViewLink> links = new HashMap<>();
    private Crediting crediting = new Crediting(new Credit(WITHIN_MILLIS));

    @Test
    void view_isCreditedToTheLinkThatItCarries() {
        view("a", 0, null);

        assertThat(view("b", 1, "a")).isEqualTo(link("a"));
        assertThat(sums.links().get(link("a").id()))
                .hasToString(
                        "1 visits, 1 visitors, 1 counted, 0 discounted, 0 own, 0 loops, 0 robots, generation 0, parent null");
    }

    @Test
    void viewThatCarriesNone_isCreditedToTheLastLinkFollowed_forATime() {
        view("c", 0, "a");
        view("c", 10, "b");

        assertThat(view("c", 10 + WITHIN_MILLIS, null)).isEqualTo(link("b"));
        assertThat(view("c", 11 + WITHIN_MILLIS, null)).isNull();
        assertThat(sums.links().get(link("b").id()).counted()).isEqualTo(2);
        assertThat(sums.links().get(link("b").id()).visits()).isEqualTo(1);
        assertThat(sums.links().get(link("a").id()).counted()).isEqualTo(1);
    }

    @Test
    void discountedView_isCreditedAsDiscounted() {
        view("b", 0, "a");

        assertThat(next("b", 1, "a", Verdict.REPEAT)).isEqualTo(link("a"));
        assertThat(next("b", 2, null, Verdict.CAPPED)).isEqualTo(link("a"));
        assertThat(sums.links().get(link("a").id()).discounted()).isEqualTo(2);
        assertThat(sums.links().get(link("a").id()).visits()).isEqualTo(2);
    }

    @Test
    void unknownVisitorsDiscountedView_isCreditedForItself_andForgotten() {
        assertThat(next("b", 0, "a", Verdict.CROWDED)).isEqualTo(link("a"));
        assertThat(crediting.visitors()).isZero();
        assertThat(view("b", 1, null)).isNull();
        assertThat(sums.links().get(link("a").id()).visitors()).isZero();
    }

    @Test
    void knownVisitorsDiscountedView_followsAsWell() {
        view("c", 0, "a");
        next("c", 1, "b", Verdict.REPEAT);

        assertThat(view("c", 2, null)).isEqualTo(link("b"));
    }

    @Test
    void ownLink_isAsNone() {
        view("b", 0, "a");

        assertThat(view("b", 1, "b")).isEqualTo(link("a"));
        assertThat(view("a", 2, "a")).isNull();
        assertThat(sums.links().get(link("a").id()).own()).isEqualTo(1);
        assertThat(sums.links().get(link("b").id()).own()).isEqualTo(1);
        assertThat(sums.links().get(link("b").id()).counted()).isZero();
    }

    @Test
    void loops_giveNoCredit_howeverLong() {
        String chain = "abcdefghijklmnopqrstuvwxyz";
        view("a", 0, null);
        for (int i = 1; i < chain.length(); i++) {
            view(chain.substring(i, i + 1), i, chain.substring(i - 1, i));
        }
        for (int above = 0; above < chain.length() - 1; above++) {
            for (int below = above + 1; below < chain.length(); below++) {
                String sharer = chain.substring(below, below + 1);
                long loops = loops(sharer);
                next(chain.substring(above, above + 1), 5_000, sharer, Verdict.COUNTED);
                assertThat(loops(sharer)).as("%d follows %d", above, below).isEqualTo(loops + 1);
            }
        }
        assertThat(view("z", 5_001, "c")).isEqualTo(link("c"));
    }

    private long loops(String sharer) {
        LinkSum sum = sums.links().get(link(sharer).id());
        return sum == null ? 0 : sum.loops();
    }

    @Test
    void anothersBranch_isNoLoop() {
        view("b", 0, "a");
        view("c", 1, "a");
        view("d", 2, "b");

        assertThat(view("c", 3, "d")).isEqualTo(link("d"));
    }

    @Test
    void place_isByTheFirstCountedPing_forEver() {
        view("a", 0, null);
        view("b", 1, "a");
        view("b", 2, "c");
        view("d", 3, null);
        view("d", 4, "b");

        assertThat(visitors(0, null)).as("a, d, and c, whose link was followed").isEqualTo(3);
        assertThat(visitors(1, Platform.TWITTER)).isEqualTo(1);
        assertThat(sums.links().get(link("b").id()).visitors()).isZero();
        assertThat(sums.links().get(link("b").id()).counted()).isEqualTo(1);
    }

    @Test
    void generations_followTheSharers() {
        view("b", 0, "a");
        view("c", 1, "b");
        view("d", 2, "c");

        assertThat(visitors(0, null)).isEqualTo(1);
        assertThat(visitors(1, Platform.TWITTER)).isEqualTo(1);
        assertThat(visitors(2, Platform.TWITTER)).isEqualTo(1);
        assertThat(visitors(3, Platform.TWITTER)).isEqualTo(1);
        LinkSum last = sums.links().get(link("c").id());
        assertThat(last.generation()).isEqualTo(2);
        assertThat(last.parentId()).isEqualTo(link("b").id());
    }

    @Test
    void generationsBeyondTheLast_areSummedTogether() {
        view("0", 0, null);
        for (int i = 1; i <= CreditSums.LAST_GENERATION + 5; i++) {
            view("" + i, i, "" + (i - 1));
        }

        assertThat(visitors(CreditSums.LAST_GENERATION, Platform.TWITTER)).isEqualTo(6);
    }

    @Test
    void share_placesAndFollows_butIsNotCredited() {
        Ping share = new Ping(0, Item.share(0, Platform.REDDIT), key("b"), new NetworkKey(1), false);

        assertThat(crediting.next(share, Verdict.COUNTED, link("a"), sums)).isNull();
        assertThat(visitors(1, Platform.TWITTER)).isEqualTo(1);
        assertThat(sums.links().get(link("a").id()).visits()).isZero();
        assertThat(view("b", 1, null)).isEqualTo(link("a"));
    }

    @Test
    void robotsAndPingsOutsideTheWindow_leaveNoTrace() {
        assertThat(next("b", 0, "a", Verdict.EARLY)).isNull();
        assertThat(next("b", 1, "a", Verdict.ROBOT)).isNull();
        assertThat(next("b", 2, "a", Verdict.LATE)).isNull();
        assertThat(crediting.visitors()).isZero();
        assertThat(sums.tree()).isEmpty();
        assertThat(sums.links().get(link("a").id()).robots()).isEqualTo(1);
    }

    @Test
    void linkOfAnotherCampaign_isAsNone() {
        Ping ping = new Ping(0, Item.view(1), key("b"), null, false);

        assertThat(crediting.next(ping, Verdict.COUNTED, link("a"), sums)).isNull();
        assertThat(sums.links()).isEmpty();
    }

    @Test
    void campaigns_haveTreesOfTheirOwn() {
        view("b", 0, "a");
        Ping ping = new Ping(1, Item.view(1), key("b"), null, false);

        assertThat(crediting.next(ping, Verdict.COUNTED, null, sums)).isNull();
        assertThat(crediting.visitors()).isEqualTo(3);
    }

    @Test
    void whenTheTreeIsFull_newVisitorsStayUnknown_andTheirViewsAreCredited() {
        crediting = new Crediting(new Credit(WITHIN_MILLIS), 2);
        view("b", 0, "a");

        assertThat(view("c", 1, "b")).isEqualTo(link("b"));
        assertThat(view("c", 2, null)).isNull();
        assertThat(crediting.visitors()).isEqualTo(2);
        assertThat(sums.links().get(link("b").id()).visitors()).isZero();
    }

    @Test
    void sums_areByHourMinuteAndAge() {
        view("b", 61 * MINUTE_MILLIS, "a");
        view("c", 62 * MINUTE_MILLIS + 1, "a");

        assertThat(sums.tree().get(new TreeKey(0, 1, Platform.TWITTER, 1)))
                .hasToString("2 visitors, 2 visits, 2 counted, 0 discounted");
        assertThat(sums.minutes())
                .containsEntry(new MinuteKey(0, 61), new Counted(1, 61 * MINUTE_MILLIS))
                .containsEntry(new MinuteKey(0, 62), new Counted(1, 62 * MINUTE_MILLIS + 1));
        assertThat(sums.ages())
                .containsEntry(new AgeKey(0, Platform.TWITTER, 61), 1L)
                .containsEntry(new AgeKey(0, Platform.TWITTER, 62), 1L);
    }

    @Test
    void differences_areToldOneByOne() {
        view("b", 0, "a");
        CreditSums other = new CreditSums();
        new Crediting(new Credit(WITHIN_MILLIS)).next(ping("c", 0), Verdict.COUNTED, link("a"), other);
        assertThat(sums.differencesFrom(other)).isEmpty();

        new Crediting(new Credit(WITHIN_MILLIS)).next(ping("d", 0), Verdict.REPEAT, link("a"), other);
        assertThat(sums.differencesFrom(other)).hasSize(3).allMatch(words -> words.contains(" here, "));
    }

    private long visitors(int generation, @Nullable Platform platform) {
        return sums.tree().entrySet().stream()
                .filter(row ->
                        row.getKey().generation() == generation && row.getKey().platform() == platform)
                .mapToLong(row -> row.getValue().visitors())
                .sum();
    }

    private @Nullable ViewLink view(String visitor, long atMillis, @Nullable String sharer) {
        return next(visitor, atMillis, sharer, Verdict.COUNTED);
    }

    private @Nullable ViewLink next(String visitor, long atMillis, @Nullable String sharer, Verdict verdict) {
        return crediting.next(ping(visitor, atMillis), verdict, sharer == null ? null : link(sharer), sums);
    }

    private static Ping ping(String visitor, long atMillis) {
        return new Ping(atMillis, Item.view(0), key(visitor), new NetworkKey(1), false);
    }

    private ViewLink link(String sharer) {
        return links.computeIfAbsent(
                sharer, absent -> new ViewLink(1 + links.size(), 0, Platform.TWITTER, key(sharer), 0));
    }

    private static VisitorKey key(String visitor) {
        return new VisitorKey(visitor.hashCode(), 7L * visitor.hashCode());
    }
}
