package io.fortyeight.ledger.store;

import io.fortyeight.ledger.store.BinaryArray.Element;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * The one statement that appends a batch: ledger, partitions' ends and tallies together, fenced by the writer's epoch.
 *
 * <p>Being one statement it is one transaction and one round trip; and where the epoch has moved on it writes nothing.
 */
final class LedgerStatement {

    private static final String FENCE = """
            WITH fence AS (
                UPDATE writer
                SET batch = ?, heartbeat_at = clock_timestamp(), last_received_at = greatest(last_received_at, ?)
                WHERE partition = 0 AND epoch = ?
                RETURNING 1),
            """;

    private static final String ROWS = """
            entries AS (
                INSERT INTO ledger (sequence, received_at, visitor, network, ping_id, partition_id, campaign, kind, verdict)
                SELECT unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::uuid[]), unnest(?::bigint[]),
                    unnest(?::uuid[]), unnest(?::integer[]), unnest(?::smallint[]), unnest(?::"char"[]),
                    unnest(?::"char"[])
                WHERE %1$s),
            ends AS (
                UPDATE ledger_partition AS p SET last_sequence = e.last_sequence
                FROM (SELECT unnest(?::integer[]) AS id, unnest(?::bigint[]) AS last_sequence WHERE %1$s) AS e
                WHERE p.id = e.id),
            totals AS (
                INSERT INTO tally AS t (partition_id, campaign, kind, verdict, count, last_received_at)
                SELECT unnest(?::integer[]), unnest(?::smallint[]), unnest(?::"char"[]), unnest(?::"char"[]),
                    unnest(?::bigint[]), unnest(?::bigint[])
                WHERE %1$s
                ON CONFLICT (partition_id, campaign, kind, verdict) DO UPDATE
                SET count = t.count + excluded.count,
                    last_received_at = greatest(t.last_received_at, excluded.last_received_at)),
            minutes AS (
                INSERT INTO tally_minute AS t (partition_id, minute, campaign, kind, verdict, count, last_received_at)
                SELECT unnest(?::integer[]), unnest(?::integer[]), unnest(?::smallint[]), unnest(?::"char"[]),
                    unnest(?::"char"[]), unnest(?::bigint[]), unnest(?::bigint[])
                WHERE %1$s
                ON CONFLICT (partition_id, minute, campaign, kind, verdict) DO UPDATE
                SET count = t.count + excluded.count,
                    last_received_at = greatest(t.last_received_at, excluded.last_received_at))
            """;

    /** Left out where no entry has one: each part of the statement costs, also one that has nothing to do. */
    private static final String VIAS = """
            , vias AS (
                INSERT INTO ledger_via (partition_id, sequence, via)
                SELECT unnest(?::integer[]), unnest(?::bigint[]), unnest(?::text[])
                WHERE %1$s)
            """;

    private static final String BY_THE_FENCE = "EXISTS (SELECT FROM fence)";
    private static final String FENCED = FENCE + ROWS.formatted(BY_THE_FENCE);
    private static final String UNFENCED = "WITH " + ROWS.formatted("true");
    private static final String FENCED_END = "SELECT count(*) FROM fence";
    private static final String UNFENCED_END = "SELECT 1";

    private static final String APPEND = FENCED + FENCED_END;
    private static final String APPEND_WITH_VIAS = FENCED + VIAS.formatted(BY_THE_FENCE) + FENCED_END;
    private static final String APPEND_UNFENCED = UNFENCED + UNFENCED_END;
    private static final String APPEND_UNFENCED_WITH_VIAS = UNFENCED + VIAS.formatted("true") + UNFENCED_END;

    private final Connection connection;
    private int parameter;

    LedgerStatement(Connection connection) {
        this.connection = connection;
    }

    /**
     * Appends a batch for the live partitions.
     *
     * @param token by which the batch is found again when its commit's outcome is unknown
     * @return whether it was written; false means that another writer has raised the epoch
     */
    boolean append(LedgerColumns entries, UUID token, long epoch) throws SQLException {
        try (var statement = connection.prepareStatement(entries.vias().isEmpty() ? APPEND : APPEND_WITH_VIAS)) {
            parameter = 0;
            statement.setObject(++parameter, token);
            statement.setLong(++parameter, entries.lastReceivedAtMillis());
            statement.setLong(++parameter, epoch);
            bind(statement, entries);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getInt(1) == 1;
            }
        }
    }

    /** Appends a batch for a partition that nobody but the caller writes and nobody reads yet: an import's. */
    void appendUnfenced(LedgerColumns entries) throws SQLException {
        try (var statement =
                connection.prepareStatement(entries.vias().isEmpty() ? APPEND_UNFENCED : APPEND_UNFENCED_WITH_VIAS)) {
            parameter = 0;
            bind(statement, entries);
            statement.execute();
        }
    }

    private void bind(PreparedStatement statement, LedgerColumns entries) throws SQLException {
        for (var column : new BinaryArray[] {
            entries.sequences,
            entries.receivedAt,
            entries.visitors,
            entries.networks,
            entries.pingIds,
            entries.partitionIds,
            entries.campaigns,
            entries.kinds,
            entries.verdicts
        }) {
            statement.setObject(++parameter, column);
        }
        bindEnds(statement, entries.lastSequences());
        bindTallies(statement, entries.tallies().total(), false);
        bindTallies(statement, entries.tallies().byMinute(), true);
        if (!entries.vias().isEmpty()) {
            bindVias(statement, entries);
        }
    }

    private void bindEnds(PreparedStatement statement, Map<Integer, Long> lastSequences) throws SQLException {
        var ids = new BinaryArray(Element.INTEGER);
        var ends = new BinaryArray(Element.BIGINT);
        lastSequences.forEach((id, end) -> {
            ids.add(id.intValue());
            ends.add(end.longValue());
        });
        statement.setObject(++parameter, ids);
        statement.setObject(++parameter, ends);
    }

    private void bindTallies(PreparedStatement statement, Map<TallyDelta.Key, TallyDelta.Sum> rows, boolean byMinute)
            throws SQLException {
        var partitionIds = new BinaryArray(Element.INTEGER);
        var minutes = new BinaryArray(Element.INTEGER);
        var campaigns = new BinaryArray(Element.SMALLINT);
        var kinds = new BinaryArray(Element.CHAR);
        var verdicts = new BinaryArray(Element.CHAR);
        var counts = new BinaryArray(Element.BIGINT);
        var last = new BinaryArray(Element.BIGINT);
        rows.forEach((key, sum) -> {
            partitionIds.add(key.partitionId());
            minutes.add(key.minute());
            campaigns.add((short) key.campaign());
            kinds.add((byte) key.kind());
            verdicts.add((byte) key.verdict());
            counts.add(sum.count());
            last.add(sum.lastReceivedAtMillis());
        });
        statement.setObject(++parameter, partitionIds);
        if (byMinute) {
            statement.setObject(++parameter, minutes);
        }
        statement.setObject(++parameter, campaigns);
        statement.setObject(++parameter, kinds);
        statement.setObject(++parameter, verdicts);
        statement.setObject(++parameter, counts);
        statement.setObject(++parameter, last);
    }

    private void bindVias(PreparedStatement statement, LedgerColumns entries) throws SQLException {
        var partitionIds = new BinaryArray(Element.INTEGER);
        var sequences = new BinaryArray(Element.BIGINT);
        for (var via : entries.vias()) {
            partitionIds.add(via.partitionId());
            sequences.add(via.sequence());
        }
        var texts = entries.vias().stream().map(LedgerColumns.Via::via).toArray();
        statement.setObject(++parameter, partitionIds);
        statement.setObject(++parameter, sequences);
        statement.setArray(++parameter, connection.createArrayOf("text", texts));
    }
}
