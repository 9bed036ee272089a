package io.fortyeight.ledger.credit;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.credit.CreditSums;
import io.fortyeight.core.credit.Crediting;
import io.fortyeight.core.credit.ViewLink;
import io.fortyeight.ledger.credit.CreditStore.Credited;
import io.fortyeight.ledger.replay.JudgedPing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The memory of one partition's credit: takes in the ledger some entries at a time, and looks up the links they carry. */
public final class PartitionCredit {

    private static final int MIN_CODE = 8;
    private static final int LONGEST_CODE = 10;

    private final int contestId;
    private final Credit credit;
    private final CreditStore store;
    private final Crediting crediting;
    private long sequence;

    public PartitionCredit(int contestId, Credit credit, CreditStore store) {
        this.contestId = contestId;
        this.credit = credit;
        this.store = store;
        this.crediting = new Crediting(credit);
    }

    /** The last entry that was taken in. */
    long sequence() {
        return sequence;
    }

    /** Whether it gives credit as this part of a card says. */
    boolean isBy(Credit other) {
        return credit.equals(other);
    }

    /** Whether nothing more can come. */
    boolean isOver(ContestDirectory directory) {
        return directory
                .find(contestId)
                .filter(contest -> !contest.storedState().isFinal())
                .isEmpty();
    }

    /** How many visitors are known. */
    int visitors() {
        return crediting.visitors();
    }

    /**
     * Takes in the next entries, with the verdicts that are written in them.
     *
     * @return the credit they give, in their order
     */
    public List<Credited> next(List<JudgedPing> entries, CreditSums sums) {
        return next(entries, entries.stream().map(JudgedPing::verdict).toList(), sums);
    }

    /** Takes in the next entries, with other verdicts. */
    public List<Credited> next(List<JudgedPing> entries, List<Verdict> verdicts, CreditSums sums) {
        var links = links(entries);
        var credited = new ArrayList<Credited>();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var carried = entry.via() == null ? null : links.get(entry.via());
            var link = crediting.next(entry.ping(), verdicts.get(i), carried, sums);
            if (link != null) {
                credited.add(new Credited(entry.sequence(), link.id()));
            }
            sequence = entry.sequence();
        }
        return credited;
    }

    private Map<String, ViewLink> links(List<JudgedPing> entries) {
        var codes = new HashSet<String>();
        for (var entry : entries) {
            if (isCode(entry.via())) {
                codes.add(entry.via());
            }
        }
        return codes.isEmpty() ? Map.of() : store.links(contestId, codes);
    }

    private static boolean isCode(@Nullable String via) {
        return via != null && via.length() >= MIN_CODE && via.length() <= LONGEST_CODE;
    }
}
