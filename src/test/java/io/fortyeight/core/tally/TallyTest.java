package io.fortyeight.core.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Verdict;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void rows_areSorted_andHoldTheLatestInstant() {
        tally.add(Item.view(1), Verdict.REPEAT, 9);
        tally.add(Item.share(0, Platform.FACEBOOK), Verdict.COUNTED, 8);
        tally.add(Item.share(0, Platform.TWITTER), Verdict.COUNTED, 7);
        tally.add(Item.view(0), Verdict.CAPPED, 6);
        tally.add(Item.view(0), Verdict.COUNTED, 5);
        tally.add(Item.view(0), Verdict.COUNTED, 3);

        assertThat(tally.rows())
                .containsExactly(
                        new TallyRow(0, Kind.VIEW, null, Verdict.COUNTED, 2, 5),
                        new TallyRow(0, Kind.VIEW, null, Verdict.CAPPED, 1, 6),
                        new TallyRow(0, Kind.SHARE, Platform.TWITTER, Verdict.COUNTED, 1, 7),
                        new TallyRow(0, Kind.SHARE, Platform.FACEBOOK, Verdict.COUNTED, 1, 8),
                        new TallyRow(1, Kind.VIEW, null, Verdict.REPEAT, 1, 9));
        assertThat(tally)
                .hasToString("[campaign 0, views, counted: 2; campaign 0, views, capped: 1;"
                        + " campaign 0, shares to twitter, counted: 1; campaign 0, shares to facebook, counted: 1;"
                        + " campaign 1, views, repeat: 1]");
    }

    @Test
    void bothKindsOfFrozen_areOne() {
        tally.add(Item.view(0), Verdict.FREEZES, 1);
        tally.add(Item.view(0), Verdict.FROZEN, 2);

        assertThat(tally.rows()).containsExactly(new TallyRow(0, Kind.VIEW, null, Verdict.FROZEN, 2, 2));
        assertThat(tally.count(Item.view(0), Verdict.FREEZES)).isEqualTo(2);
        assertThat(tally.count(Verdict.FREEZES)).isEqualTo(2);
    }

    @Test
    void counts_addUpWhatIsAskedFor() {
        tally.add(new TallyRow(0, Kind.VIEW, null, Verdict.COUNTED, 5, 1));
        tally.add(new TallyRow(0, Kind.SHARE, Platform.LINE, Verdict.COUNTED, 2, 1));
        tally.add(new TallyRow(0, Kind.VIEW, null, Verdict.EARLY, 3, 1));
        tally.add(new TallyRow(0, Kind.VIEW, null, Verdict.CROWDED, 4, 1));
        tally.add(new TallyRow(1, Kind.VIEW, null, Verdict.COUNTED, 70, 1));

        assertThat(tally.counted(0)).isEqualTo(7);
        assertThat(tally.discounted(0)).isEqualTo(7);
        assertThat(tally.count(Verdict.COUNTED)).isEqualTo(77);
        assertThat(tally.count(Item.view(0), Verdict.COUNTED)).isEqualTo(5);
        assertThat(tally.count(Item.view(2), Verdict.COUNTED)).isZero();
        assertThat(tally.total()).isEqualTo(84);
        assertThat(tally.counted(9)).isZero();
    }

    @Test
    void addAll_isTheSumOfTheParts() {
        Tally other = new Tally();
        other.add(Item.view(0), Verdict.COUNTED, 4);
        other.add(Item.view(1), Verdict.COUNTED, 4);
        tally.add(Item.view(0), Verdict.COUNTED, 9);

        tally.addAll(other);

        assertThat(tally.rows())
                .containsExactly(
                        new TallyRow(0, Kind.VIEW, null, Verdict.COUNTED, 2, 9),
                        new TallyRow(1, Kind.VIEW, null, Verdict.COUNTED, 1, 4));
        assertThat(other.total()).isEqualTo(2);
    }

    @Test
    void addAll_ofItself_doubles() {
        tally.add(Item.view(0), Verdict.COUNTED, 9);

        tally.addAll(tally);

        assertThat(tally.total()).isEqualTo(2);
    }

    @Test
    void rowsOfZero_leaveNoTrace() {
        tally.add(new TallyRow(0, Kind.VIEW, null, Verdict.COUNTED, 0, 5));

        assertThat(tally.isEmpty()).isTrue();
        assertThat(tally.rows()).isEmpty();
        assertThat(tally).isEqualTo(new Tally()).hasSameHashCodeAs(new Tally());
    }

    @Test
    void differencesFrom_saysWhatAndHowMuch() {
        Tally other = new Tally();
        tally.add(new TallyRow(3, Kind.SHARE, Platform.TWITTER, Verdict.REPEAT, 5, 1));
        other.add(new TallyRow(3, Kind.SHARE, Platform.TWITTER, Verdict.REPEAT, 4, 1));
        tally.add(new TallyRow(0, Kind.VIEW, null, Verdict.COUNTED, 1, 1));
        other.add(new TallyRow(1, Kind.VIEW, null, Verdict.FROZEN, 2, 1));
        tally.add(new TallyRow(2, Kind.VIEW, null, Verdict.COUNTED, 7, 10));
        other.add(new TallyRow(2, Kind.VIEW, null, Verdict.COUNTED, 7, 11));

        assertThat(tally.differencesFrom(other))
                .containsExactly(
                        "campaign 0, views, counted: 1 here, 0 there",
                        "campaign 1, views, frozen: 0 here, 2 there",
                        "campaign 2, views, counted: 7 in both, but the last received at 10 here, 11 there",
                        "campaign 3, shares to twitter, repeat: 5 here, 4 there");
        assertThat(tally).isNotEqualTo(other);
    }

    @Test
    void equalTallies_haveNoDifferences() {
        Tally other = new Tally();
        tally.add(Item.view(0), Verdict.COUNTED, 1);
        tally.add(Item.view(1), Verdict.COUNTED, 2);
        other.add(Item.view(1), Verdict.COUNTED, 2);
        other.add(Item.view(0), Verdict.COUNTED, 1);

        assertThat(tally.differencesFrom(other)).isEmpty();
        assertThat(tally).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void rows_refuseWhatCanNotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TallyRow(0, Kind.VIEW, Platform.LINE, Verdict.COUNTED, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TallyRow(-1, Kind.VIEW, null, Verdict.COUNTED, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TallyRow(0, Kind.VIEW, null, Verdict.FREEZES, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TallyRow(0, Kind.VIEW, null, Verdict.COUNTED, -1, 1));
    }
}
