package io.fortyeight.ledger.store;

import io.fortyeight.ledger.store.BinaryArray.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries that are to be appended together, column by column as the statement takes them, and what they add to the tallies. */
public final class LedgerColumns {

    /** The share link of an entry; few have one. */
    record Via(int partitionId, long sequence, String via) {}

    final BinaryArray sequences = new BinaryArray(Element.BIGINT);
    final BinaryArray receivedAt = new BinaryArray(Element.BIGINT);
    final BinaryArray visitors = new BinaryArray(Element.UUID);
    final BinaryArray networks = new BinaryArray(Element.BIGINT);
    final BinaryArray pingIds = new BinaryArray(Element.UUID);
    final BinaryArray partitionIds = new BinaryArray(Element.INTEGER);
    final BinaryArray campaigns = new BinaryArray(Element.SMALLINT);
    final BinaryArray kinds = new BinaryArray(Element.CHAR);
    final BinaryArray verdicts = new BinaryArray(Element.CHAR);

    private final List<Via> vias = new ArrayList<>();
    private final Map<Integer, Long> lastSequences = new LinkedHashMap<>();
    private final TallyDelta tallies = new TallyDelta();
    private long lastReceivedAtMillis = Long.MIN_VALUE;

    public void add(LedgerEntry entry) {
        var ping = entry.ping();
        var partitionId = entry.partitionId();
        sequences.add(entry.sequence());
        receivedAt.add(ping.receivedAtMillis());
        visitors.add(ping.visitor().high(), ping.visitor().low());
        var network = ping.network();
        if (network == null) {
            networks.addNull();
        } else {
            networks.add(network.value());
        }
        add(pingIds, entry.pingId());
        partitionIds.add(partitionId);
        campaigns.add((short) ping.item().campaign());
        kinds.add((byte) LedgerCodes.kind(ping.item()));
        verdicts.add((byte) LedgerCodes.verdict(entry.verdict()));
        if (entry.via() != null) {
            vias.add(new Via(partitionId, entry.sequence(), entry.via()));
        }
        lastSequences.put(partitionId, entry.sequence());
        lastReceivedAtMillis = Math.max(lastReceivedAtMillis, ping.receivedAtMillis());
        tallies.add(entry);
    }

    private static void add(BinaryArray ids, @Nullable UUID id) {
        if (id == null) {
            ids.addNull();
        } else {
            ids.add(id.getMostSignificantBits(), id.getLeastSignificantBits());
        }
    }

    public boolean isEmpty() {
        return lastSequences.isEmpty();
    }

    List<Via> vias() {
        return vias;
    }

    /** The last sequence number of each partition. */
    Map<Integer, Long> lastSequences() {
        return lastSequences;
    }

    TallyDelta tallies() {
        return tallies;
    }

    long lastReceivedAtMillis() {
        return lastReceivedAtMillis;
    }
}
