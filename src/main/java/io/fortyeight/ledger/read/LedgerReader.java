package io.fortyeight.ledger.read;

import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ledger.read.TallyReader.PartitionEnd;
import io.fortyeight.ledger.store.LedgerCodes;
import io.fortyeight.ledger.store.LedgerEntry;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger by ranges of sequence numbers, each in a short transaction of its own: a long snapshot would keep
 * PostgreSQL from clearing away old versions of the tally's rows, and so slow the writer down.
 */
@ApplicationScoped
public class LedgerReader {

    private static final int RANGE = 20_000;

    private static final String READ = """
            SELECT l.sequence, l.received_at, l.visitor, l.network, l.ping_id, l.campaign, l.kind, l.verdict, v.via
            FROM ledger AS l
            LEFT JOIN ledger_via AS v ON v.partition_id = l.partition_id AND v.sequence = l.sequence
            WHERE l.partition_id = ? AND l.sequence >= ? AND l.sequence <= ?
            ORDER BY l.sequence
            """;

    /** Without a code that its own sharer carried: else everyone could read here whose link it is. */
    private static final String READ_WITH_CREDIT = """
            SELECT l.sequence, l.received_at, l.visitor, l.network, l.ping_id, l.campaign, l.kind, l.verdict,
                CASE WHEN own.id IS NULL THEN v.via END AS via, s.code
            FROM ledger AS l
            LEFT JOIN ledger_via AS v ON v.partition_id = l.partition_id AND v.sequence = l.sequence
            LEFT JOIN ledger_credit AS c ON c.partition_id = l.partition_id AND c.sequence = l.sequence
            LEFT JOIN share_link AS s ON s.id = c.link_id
            LEFT JOIN share_link AS own ON own.code = v.via AND own.sharer = l.visitor
            WHERE l.partition_id = ? AND l.sequence >= ? AND l.sequence <= ?
            ORDER BY l.sequence
            """;

    /** Asks the small tally first: a campaign without pings would else have all minutes of the others read. */
    private static final String FIRST_MINUTE = """
            SELECT min(m.minute) FROM tally_minute AS m
            WHERE m.partition_id = ? AND m.campaign = ?
                AND EXISTS (SELECT FROM tally AS t WHERE t.partition_id = ? AND t.campaign = ?)
            """;

    private static final String FIRST = """
            SELECT l.sequence, l.received_at, l.visitor, l.network, l.ping_id, l.campaign, l.kind, l.verdict, NULL AS via
            FROM ledger AS l
            WHERE l.partition_id = ? AND l.sequence >= ? AND l.sequence <= ? AND l.campaign = ?
            ORDER BY l.sequence
            LIMIT 1
            """;

    private static final long MINUTE_MILLIS = 60_000;

    /** Is handed an entry and the code of the share link that it is credited to; null for none, or for none yet. */
    @FunctionalInterface
    public interface CreditedReader {
        void read(LedgerEntry entry, @Nullable String credited);
    }

    private final Database database;

    LedgerReader(Database database) {
        this.database = database;
    }

    /**
     * Hands the entries of a partition to {@code reader}, in order.
     *
     * @param from the first sequence number, 1 or more
     * @param to the last sequence number; fixed by the caller, so that reading ends however many pings come in
     */
    public void read(int partitionId, long from, long to, Consumer<LedgerEntry> reader) {
        for (var start = from; start <= to; start += RANGE) {
            range(partitionId, start, Math.min(to, start + RANGE - 1)).forEach(reader);
        }
    }

    /** As {@link #read}, for everyone: without sharers' own codes, and with credit as far as it has been given. */
    public void readWithCredit(int partitionId, long from, long to, CreditedReader reader) {
        for (var start = from; start <= to; start += RANGE) {
            rangeWithCredit(partitionId, start, Math.min(to, start + RANGE - 1))
                    .forEach(each -> reader.read(each.entry, each.credited));
        }
    }

    private record CreditedEntry(
            LedgerEntry entry, @Nullable String credited) {}

    private List<CreditedEntry> rangeWithCredit(int partitionId, long from, long to) {
        return database.sql(READ_WITH_CREDIT, partitionId, from, to)
                .list(row -> new CreditedEntry(entry(partitionId, row), row.getStringOrNull(10)));
    }

    private List<LedgerEntry> range(int partitionId, long from, long to) {
        return database.sql(READ, partitionId, from, to).list(row -> entry(partitionId, row));
    }

    private static LedgerEntry entry(int partitionId, SqlRow row) {
        var network = row.getLongOrNull(4);
        var verdict = LedgerCodes.verdictOf(row.getChar(8));
        var ping = new Ping(
                row.getLong(2),
                LedgerCodes.item(row.getInt(6), row.getChar(7)),
                VisitorKey.of(row.getUuid(3)),
                network == null ? null : new NetworkKey(network),
                verdict == Verdict.ROBOT);
        return new LedgerEntry(
                partitionId, row.getLong(1), ping, verdict, row.getUuidOrNull(5), row.getStringOrNull(9));
    }

    /** The first entry of a campaign that was received before {@code beforeMillis}, if there is one. */
    public Optional<LedgerEntry> firstOf(PartitionEnd end, int campaign, long beforeMillis) {
        return database.sql(FIRST_MINUTE, end.partitionId(), campaign, end.partitionId(), campaign)
                .first(row -> row.getLongOrNull(1))
                .map(minute -> firstReceivedFrom(end.partitionId(), end.lastSequence(), minute * MINUTE_MILLIS))
                .flatMap(from -> database.sql(FIRST, end.partitionId(), from, end.lastSequence(), campaign)
                        .first(row -> entry(end.partitionId(), row)))
                .filter(entry -> entry.ping().receivedAtMillis() < beforeMillis);
    }

    /**
     * The first entry of a partition that was received at {@code millis} or later.
     *
     * @param last the partition's last sequence number
     * @return its sequence number; {@code last + 1} when there is none
     */
    public long firstReceivedFrom(int partitionId, long last, long millis) {
        // The live ledger is in the order of receivedAt, as imports are, so a binary search over the primary key finds
        // it.
        var low = 1L;
        var high = last + 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (receivedAtMillis(partitionId, middle) >= millis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long receivedAtMillis(int partitionId, long sequence) {
        return database.sql(
                        "SELECT received_at FROM ledger WHERE partition_id = ? AND sequence = ?", partitionId, sequence)
                .first(row -> row.getLong(1))
                .orElseThrow(() -> new IllegalStateException("Partition " + partitionId + " lacks entry " + sequence));
    }
}
