package io.fortyeight.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Verdict;
import org.junit.jupiter.api.Test;

class LedgerCodesTest {

    @Test
    void everyItem_leadsBack() {
        for (var platform : Platform.values()) {
            var share = Item.share(3, platform);
            assertThat(LedgerCodes.item(3, LedgerCodes.kind(share))).isEqualTo(share);
            assertThat(LedgerCodes.kindOf(LedgerCodes.kind(share))).isEqualTo(Kind.SHARE);
        }
        var view = Item.view(3);
        assertThat(LedgerCodes.item(3, LedgerCodes.kind(view))).isEqualTo(view);
        assertThat(LedgerCodes.kindOf(LedgerCodes.kind(view))).isEqualTo(Kind.VIEW);
    }

    @Test
    void everyVerdict_leadsBack() {
        for (var verdict : Verdict.values()) {
            assertThat(LedgerCodes.verdictOf(LedgerCodes.verdict(verdict))).isEqualTo(verdict);
        }
    }

    @Test
    void plainKinds_standForNoPlatform() {
        assertThat(LedgerCodes.platformOf(LedgerCodes.plainKind(Kind.SHARE))).isNull();
        assertThat(LedgerCodes.platformOf(LedgerCodes.plainKind(Kind.VIEW))).isNull();
    }

    @Test
    void unknownCodes_areRefused() {
        assertThatThrownBy(() -> LedgerCodes.platformOf('['))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[");
        assertThatThrownBy(() -> LedgerCodes.verdictOf('z')).isInstanceOf(IllegalArgumentException.class);
    }
}
