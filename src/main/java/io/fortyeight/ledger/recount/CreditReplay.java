package io.fortyeight.ledger.recount;

import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.credit.CreditSums;
import io.fortyeight.ledger.credit.CreditStore;
import io.fortyeight.ledger.credit.PartitionCredit;
import io.fortyeight.ledger.replay.JudgedPing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives the credit of one partition anew, up to an entry, and says where it is not what was written. */
final class CreditReplay {

    private static final int AT_ONCE = 10_000;

    private final PartitionCredit partition;
    private final long upTo;
    private final CreditSums sums = new CreditSums();
    private final Consumer<String> differences;
    private final List<JudgedPing> entries = new ArrayList<>(AT_ONCE);
    private final List<Verdict> verdicts = new ArrayList<>(AT_ONCE);

    /**
     * @param upTo the last entry for which credit has been given
     * @param differences told of each entry that is credited otherwise than written
     */
    CreditReplay(int contestId, Credit credit, CreditStore store, long upTo, Consumer<String> differences) {
        this.partition = new PartitionCredit(contestId, credit, store);
        this.upTo = upTo;
        this.differences = differences;
    }

    void next(JudgedPing entry, Verdict verdict) {
        if (entry.sequence() <= upTo) {
            entries.add(entry);
            verdicts.add(verdict);
            if (entries.size() == AT_ONCE) {
                flush();
            }
        }
    }

    /** The sums of what was taken in. */
    CreditSums end() {
        flush();
        return sums;
    }

    private void flush() {
        var credited = partition.next(entries, verdicts, sums).iterator();
        var next = credited.hasNext() ? credited.next() : null;
        for (var entry : entries) {
            Long linkId = null;
            if (next != null && next.sequence() == entry.sequence()) {
                linkId = next.linkId();
                next = credited.hasNext() ? credited.next() : null;
            }
            if (!Objects.equals(linkId, entry.creditedTo())) {
                differences.accept(
                        entry.sequence() + ": credited to " + words(linkId) + ", not " + words(entry.creditedTo()));
            }
        }
        entries.clear();
        verdicts.clear();
    }

    private static String words(@Nullable Long linkId) {
        return linkId == null ? "no link" : "link " + linkId;
    }
}
