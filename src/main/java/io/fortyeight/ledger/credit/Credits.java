package io.fortyeight.ledger.credit;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.credit.CreditSums;
import io.fortyeight.ledger.credit.CreditStore.Behind;
import io.fortyeight.ledger.replay.JudgedPing;
import io.fortyeight.ledger.replay.RecountReader;
import io.fortyeight.ledger.store.WriterStatus;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives credit for views to share links: follows the ledger a moment behind, and remembers in the database up to where.
 *
 * <p>Apart from the judge, so that nothing about shares can slow down or stop the count. What it writes follows from the
 * ledger alone: its memory is rebuilt by reading it again, and whoever begins after another entry than the last that was
 * written writes nothing. See docs/adr/0029-credit-behind-the-ledger.md.
 */
@ApplicationScoped
public class Credits {

    private static final Logger LOG = Logger.getLogger(Credits.class);

    private static final int AT_ONCE = 10_000;

    private final ContestDirectory directory;
    private final WriterStatus leadership;
    private final RecountReader reader;
    private final CreditStore store;
    private final Map<Integer, PartitionCredit> memory = new ConcurrentHashMap<>();

    /** By partition. */
    private final Map<Integer, Object> locks = new ConcurrentHashMap<>();

    private volatile boolean hasFailed;
    private volatile long entriesBehind;

    Credits(ContestDirectory directory, WriterStatus leadership, RecountReader reader, CreditStore store) {
        this.directory = directory;
        this.leadership = leadership;
        this.reader = reader;
        this.store = store;
    }

    @Scheduled(every = "1s", identity = "credit", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (!leadership.isLeader()) {
            return;
        }
        try {
            catchUp();
            hasFailed = false;
        } catch (RuntimeException failure) {
            if (!hasFailed) {
                LOG.error("Credit can't be given now; it will be when it can", failure);
            }
            hasFailed = true;
        }
    }

    /** How many entries credit was to be given for when it was last looked, unless it has been given since. */
    public long entriesBehind() {
        return entriesBehind;
    }

    /** Gives all credit that the entries give which are committed when it is called. */
    void catchUp() {
        var behind = store.behind().stream().filter(this::isGivenCredit).toList();
        entriesBehind = behind.stream()
                .mapToLong(partition -> partition.lastSequence() - partition.sequence())
                .sum();
        behind.forEach(partition -> catchUpPartition(partition.partitionId()));
        entriesBehind = 0;
        memory.values().removeIf(partition -> partition.isOver(directory));
    }

    /**
     * Gives all credit of one contest, whatever else is under way.
     *
     * @throws IllegalStateException when another instance gave some of it meanwhile; then nobody knows how far it got
     */
    public void catchUp(int contestId) {
        for (var behind : store.behind()) {
            if (behind.contestId() == contestId && isGivenCredit(behind) && !catchUpPartition(behind.partitionId())) {
                throw new IllegalStateException("Credit is given by another instance, too");
            }
        }
    }

    private boolean isGivenCredit(Behind behind) {
        return creditOf(behind) != null;
    }

    private @Nullable Credit creditOf(Behind behind) {
        return directory
                .find(behind.contestId())
                .map(contest -> contest.rules().credit())
                .orElse(null);
    }

    /** One at a time for each partition; the others don't wait. False when somebody else gave credit meanwhile. */
    private boolean catchUpPartition(int partitionId) {
        synchronized (locks.computeIfAbsent(partitionId, absent -> new Object())) {
            var behind = store.behind(partitionId);
            var credit = behind.map(this::creditOf).orElse(null);
            return behind.isEmpty() || credit == null || catchUp(behind.get(), credit);
        }
    }

    private boolean catchUp(Behind behind, Credit credit) {
        var partition = memory.remove(behind.partitionId());
        if (partition == null || partition.sequence() != behind.sequence() || !partition.isBy(credit)) {
            partition = new PartitionCredit(behind.contestId(), credit, store);
            readBack(partition, behind);
        }
        var isWritten = write(partition, behind);
        if (isWritten) {
            // Only now: after a failure it is read back from the ledger.
            memory.put(behind.partitionId(), partition);
        }
        return isWritten;
    }

    private void readBack(PartitionCredit partition, Behind behind) {
        inParts(behind, 1, behind.sequence(), entries -> {
            partition.next(entries, new CreditSums());
            return true;
        });
        if (behind.sequence() > 0) {
            LOG.infof(
                    "Credit of partition %d: read back %d entries, %d visitors",
                    behind.partitionId(), behind.sequence(), partition.visitors());
        }
    }

    private boolean write(PartitionCredit partition, Behind behind) {
        return inParts(behind, behind.sequence() + 1, behind.lastSequence(), entries -> {
            var from = partition.sequence();
            var sums = new CreditSums();
            var credited = partition.next(entries, sums);
            return store.append(behind.partitionId(), from, partition.sequence(), credited, sums);
        });
    }

    private interface Part {
        /** @return whether to go on */
        boolean take(List<JudgedPing> entries);
    }

    private boolean inParts(Behind behind, long first, long last, Part part) {
        var entries = new ArrayList<JudgedPing>(AT_ONCE);
        var isAllRead = reader.readWithVia(behind.partitionId(), first, last, entry -> {
            entries.add(entry);
            if (entries.size() < AT_ONCE) {
                return true;
            }
            var goesOn = part.take(entries);
            entries.clear();
            return goesOn;
        });
        return isAllRead && (entries.isEmpty() || part.take(entries));
    }
}
