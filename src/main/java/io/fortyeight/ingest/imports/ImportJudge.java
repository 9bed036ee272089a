package io.fortyeight.ingest.imports;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.CountingRules;
import io.fortyeight.core.counting.Histories;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ledger.store.ImportPartition;
import io.fortyeight.ledger.store.LedgerEntry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges an import by itself, with histories of its own, and appends it to its partition of the ledger. */
final class ImportJudge {

    private static final int BATCH = 5_000;

    private final CountingRules rules;
    private final Histories histories;
    private final int partitionId;
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long sequence;

    ImportJudge(ContestDetails contest, int partitionId) {
        this.rules = new CountingRules(contest.window(), contest.rules());
        this.histories = new Histories(contest.window(), contest.rules());
        this.partitionId = partitionId;
    }

    /**
     * Judges and appends the next few pings.
     *
     * @return false when there were none left
     */
    boolean next(PingSource pings, Connection connection) throws IOException, SQLException {
        List<LedgerEntry> entries = new ArrayList<>(BATCH);
        while (entries.size() < BATCH) {
            var imported = pings.next();
            if (imported == null) {
                break;
            }
            var ping = imported.ping();
            var verdict = rules.judge(histories, ping);
            histories.record(ping, verdict);
            verdicts.merge(verdict.tallied(), 1L, Long::sum);
            entries.add(new LedgerEntry(partitionId, ++sequence, ping, verdict, null, imported.via()));
        }
        if (entries.isEmpty()) {
            return false;
        }
        histories.forgetIdle(2 * BATCH);
        ImportPartition.append(connection, entries);
        return true;
    }

    /** How many pings got which verdict so far, by the names in JSON, in the order of the rules. */
    Map<String, Long> verdicts() {
        var named = new LinkedHashMap<String, Long>();
        verdicts.forEach((verdict, count) -> named.put(verdict.jsonName(), count));
        return named;
    }
}
