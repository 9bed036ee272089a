package io.fortyeight.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that appends a batch: ledger, partitions' ends and tallies together, fenced by the writer's epoch.
 *
 * <p>Being one statement it is one transaction and one round trip; and where the epoch has moved on it writes nothing.
 */
final class LedgerStatement {

    private static final String APPEND = """
            WITH fence AS (
                UPDATE writer
                SET batch = ?, heartbeat_at = clock_timestamp(), last_received_at = greatest(last_received_at, ?)
                WHERE partition = 0 AND epoch = ?
                RETURNING 1),
            """ + entriesAndTallies("fence,") + "SELECT count(*) FROM fence";

    private static final String APPEND_UNFENCED = "WITH " + entriesAndTallies("") + "SELECT 1";

    private static String entriesAndTallies(String fence) {
        return """
                entries AS (
                    INSERT INTO ledger (sequence, received_at, visitor, network, ping_id, partition_id, campaign, kind, verdict)
                    SELECT e.sequence, e.received_at, e.visitor, e.network, e.ping_id, e.partition_id, e.campaign,
                        get_byte(c.kinds, e.place::int - 1)::"char", get_byte(c.verdicts, e.place::int - 1)::"char"
                    FROM %1$s (SELECT ?::bytea AS kinds, ?::bytea AS verdicts) AS c,
                        unnest(?::bigint[], ?::bigint[], ?::uuid[], ?::bigint[], ?::uuid[], ?::integer[], ?::smallint[])
                            WITH ORDINALITY
                            AS e(sequence, received_at, visitor, network, ping_id, partition_id, campaign, place)),
                vias AS (
                    INSERT INTO ledger_via (partition_id, sequence, via)
                    SELECT v.partition_id, v.sequence, v.via
                    FROM %1$s unnest(?::integer[], ?::bigint[], ?::text[]) AS v(partition_id, sequence, via)),
                ends AS (
                    UPDATE ledger_partition AS p SET last_sequence = e.last_sequence
                    FROM %1$s unnest(?::integer[], ?::bigint[]) AS e(id, last_sequence)
                    WHERE p.id = e.id),
                totals AS (
                    INSERT INTO tally AS t (partition_id, campaign, kind, verdict, count, last_received_at)
                    SELECT d.partition_id, d.campaign, get_byte(c.kinds, d.place::int - 1)::"char",
                        get_byte(c.verdicts, d.place::int - 1)::"char", d.count, d.last_received_at
                    FROM %1$s (SELECT ?::bytea AS kinds, ?::bytea AS verdicts) AS c,
                        unnest(?::integer[], ?::smallint[], ?::bigint[], ?::bigint[])
                            WITH ORDINALITY AS d(partition_id, campaign, count, last_received_at, place)
                    ON CONFLICT (partition_id, campaign, kind, verdict) DO UPDATE
                    SET count = t.count + excluded.count,
                        last_received_at = greatest(t.last_received_at, excluded.last_received_at)),
                minutes AS (
                    INSERT INTO tally_minute AS t (partition_id, minute, campaign, kind, verdict, count, last_received_at)
                    SELECT d.partition_id, d.minute, d.campaign, get_byte(c.kinds, d.place::int - 1)::"char",
                        get_byte(c.verdicts, d.place::int - 1)::"char", d.count, d.last_received_at
                    FROM %1$s (SELECT ?::bytea AS kinds, ?::bytea AS verdicts) AS c,
                        unnest(?::integer[], ?::integer[], ?::smallint[], ?::bigint[], ?::bigint[])
                            WITH ORDINALITY AS d(partition_id, minute, campaign, count, last_received_at, place)
                    ON CONFLICT (partition_id, minute, campaign, kind, verdict) DO UPDATE
                    SET count = t.count + excluded.count,
                        last_received_at = greatest(t.last_received_at, excluded.last_received_at))
                """.formatted(fence);
    }

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
    boolean append(List<LedgerEntry> entries, UUID token, long epoch) throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            parameter = 0;
            statement.setObject(++parameter, token);
            statement.setLong(++parameter, lastReceivedAtMillis(entries));
            statement.setLong(++parameter, epoch);
            bind(statement, entries);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == 1;
            }
        }
    }

    /** Appends a batch for a partition that nobody but the caller writes and nobody reads yet: an import's. */
    void appendUnfenced(List<LedgerEntry> entries) throws SQLException {
        try (var statement = connection.prepareStatement(APPEND_UNFENCED)) {
            parameter = 0;
            bind(statement, entries);
            statement.execute();
        }
    }

    private static long lastReceivedAtMillis(List<LedgerEntry> entries) {
        return entries.stream()
                .mapToLong(entry -> entry.ping().receivedAtMillis())
                .max()
                .orElseThrow();
    }

    private void bind(PreparedStatement statement, List<LedgerEntry> entries) throws SQLException {
        bindEntries(statement, entries);
        bindVias(statement, entries);
        bindEnds(statement, entries);
        var delta = TallyDelta.of(entries);
        bindTallies(statement, delta.total(), false);
        bindTallies(statement, delta.byMinute(), true);
    }

    private void bindEntries(PreparedStatement statement, List<LedgerEntry> entries) throws SQLException {
        var size = entries.size();
        var kinds = new byte[size];
        var verdicts = new byte[size];
        var sequences = new long[size];
        var receivedAt = new long[size];
        var visitors = new UUID[size];
        var networks = new @Nullable Long[size];
        var pingIds = new @Nullable UUID[size];
        var partitionIds = new int[size];
        var campaigns = new short[size];
        for (var i = 0; i < size; i++) {
            var entry = entries.get(i);
            var ping = entry.ping();
            kinds[i] = (byte) LedgerCodes.kind(ping.item());
            verdicts[i] = (byte) LedgerCodes.verdict(entry.verdict());
            sequences[i] = entry.sequence();
            receivedAt[i] = ping.receivedAtMillis();
            visitors[i] = ping.visitor().toUuid();
            networks[i] = ping.network() == null ? null : ping.network().value();
            pingIds[i] = entry.pingId();
            partitionIds[i] = entry.partitionId();
            campaigns[i] = (short) ping.item().campaign();
        }
        statement.setBytes(++parameter, kinds);
        statement.setBytes(++parameter, verdicts);
        statement.setArray(++parameter, array("int8", sequences));
        statement.setArray(++parameter, array("int8", receivedAt));
        statement.setObject(++parameter, new UuidArray(visitors));
        statement.setArray(++parameter, array("int8", networks));
        statement.setObject(++parameter, new UuidArray(pingIds));
        statement.setArray(++parameter, array("int4", partitionIds));
        statement.setArray(++parameter, array("int2", campaigns));
    }

    private void bindVias(PreparedStatement statement, List<LedgerEntry> entries) throws SQLException {
        var partitionIds = new ArrayList<Integer>();
        var sequences = new ArrayList<Long>();
        var vias = new ArrayList<String>();
        for (var entry : entries) {
            if (entry.via() != null) {
                partitionIds.add(entry.partitionId());
                sequences.add(entry.sequence());
                vias.add(entry.via());
            }
        }
        statement.setArray(++parameter, array("int4", partitionIds.toArray(Integer[]::new)));
        statement.setArray(++parameter, array("int8", sequences.toArray(Long[]::new)));
        statement.setArray(++parameter, array("text", vias.toArray(String[]::new)));
    }

    private void bindEnds(PreparedStatement statement, List<LedgerEntry> entries) throws SQLException {
        var ends = new HashMap<Integer, Long>();
        entries.forEach(entry -> ends.merge(entry.partitionId(), entry.sequence(), Math::max));
        var ids = ends.keySet().toArray(Integer[]::new);
        var last = new Long[ids.length];
        for (var i = 0; i < ids.length; i++) {
            last[i] = ends.get(ids[i]);
        }
        statement.setArray(++parameter, array("int4", ids));
        statement.setArray(++parameter, array("int8", last));
    }

    private void bindTallies(PreparedStatement statement, Map<TallyDelta.Key, TallyDelta.Sum> rows, boolean byMinute)
            throws SQLException {
        var size = rows.size();
        var kinds = new byte[size];
        var verdicts = new byte[size];
        var partitionIds = new int[size];
        var minutes = new int[size];
        var campaigns = new short[size];
        var counts = new long[size];
        var last = new long[size];
        var i = 0;
        for (var row : rows.entrySet()) {
            var key = row.getKey();
            kinds[i] = (byte) key.kind();
            verdicts[i] = (byte) key.verdict();
            partitionIds[i] = key.partitionId();
            minutes[i] = key.minute();
            campaigns[i] = (short) key.campaign();
            counts[i] = row.getValue().count();
            last[i] = row.getValue().lastReceivedAtMillis();
            i++;
        }
        statement.setBytes(++parameter, kinds);
        statement.setBytes(++parameter, verdicts);
        statement.setArray(++parameter, array("int4", partitionIds));
        if (byMinute) {
            statement.setArray(++parameter, array("int4", minutes));
        }
        statement.setArray(++parameter, array("int2", campaigns));
        statement.setArray(++parameter, array("int8", counts));
        statement.setArray(++parameter, array("int8", last));
    }

    private Array array(String type, Object elements) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).createArrayOf(type, elements);
    }
}
