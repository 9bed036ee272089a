package io.fortyeight.ledger.writer;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ledger.store.LedgerColumns;
import io.fortyeight.ledger.store.LedgerEntry;
import io.fortyeight.ledger.writer.PingQueue.Stamped;
import io.fortyeight.ledger.writer.PingRefusedException.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pings that were judged and are to be committed together, with the answers that then go out. */
final class Batch {

    private record Key(int contestId, UUID pingId) {}

    private record Draft(
            Stamped ping, Answer answer, @Nullable LivePartition enteredIn) {}

    private final UUID token = UUID.randomUUID();
    private final LedgerColumns entries = new LedgerColumns();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Key, Answer> byPingId = new HashMap<>();
    private final Set<LivePartition> partitions = new LinkedHashSet<>();
    private final int[] entriesByVerdict = new int[Verdict.values().length];

    UUID token() {
        return token;
    }

    LedgerColumns entries() {
        return entries;
    }

    /** The pings that wait for it, in order. */
    List<Stamped> pings() {
        return drafts.stream().map(Draft::ping).toList();
    }

    /** How many entries have this verdict. */
    int entriesWith(Verdict verdict) {
        return entriesByVerdict[verdict.ordinal()];
    }

    /** Goes through the pings that wait for it, in order. */
    void forEachPing(Consumer<Stamped> action) {
        drafts.forEach(draft -> action.accept(draft.ping));
    }

    /** Opens the partition's books for this batch. */
    void touch(LivePartition partition, ContestDetails contest) {
        if (partition.begin(contest)) {
            partitions.add(partition);
        }
    }

    /** The answer in this batch to an earlier ping of the same id. */
    @Nullable
    Answer find(int contestId, UUID pingId) {
        return byPingId.get(new Key(contestId, pingId));
    }

    /** Adds an entry, and the answer that its ping gets. */
    void add(LedgerEntry entry, LivePartition partition, Stamped ping, Answer answer) {
        entries.add(entry);
        entriesByVerdict[entry.verdict().ordinal()]++;
        drafts.add(new Draft(ping, answer, partition));
        var pingId = ping.submission().pingId();
        if (pingId != null) {
            byPingId.put(new Key(ping.submission().contestId(), pingId), answer);
        }
    }

    /** A ping that makes no entry of its own: a retry, or one after certification. */
    void answerOnly(Stamped ping, Answer answer) {
        drafts.add(new Draft(ping, answer, null));
    }

    /** The batch is durable: lets histories keep what they learnt, and sends the answers. */
    void commit(RememberedAnswers remembered, FrozenVisitors freezes) {
        partitions.forEach(LivePartition::commit);
        for (var draft : drafts) {
            if (draft.enteredIn != null) {
                remember(draft, draft.enteredIn, remembered, freezes);
            }
        }
        answer();
    }

    private void answer() {
        var byExecutor = new IdentityHashMap<Executor, List<Draft>>();
        for (var draft : drafts) {
            byExecutor
                    .computeIfAbsent(draft.ping.answerOn(), executor -> new ArrayList<>())
                    .add(draft);
        }
        byExecutor.forEach((executor, answers) -> {
            Runnable delivery =
                    () -> answers.forEach(draft -> draft.ping.answer().complete(draft.answer));
            try {
                executor.execute(delivery);
            } catch (RejectedExecutionException stopping) {
                delivery.run();
            }
        });
    }

    private static void remember(
            Draft draft, LivePartition partition, RememberedAnswers remembered, FrozenVisitors freezes) {
        var submission = draft.ping.submission();
        if (submission.pingId() != null) {
            remembered.remember(
                    submission.contestId(), submission.pingId(), draft.answer, draft.ping.receivedAtMillis());
        }
        if (draft.answer.verdict() == Verdict.FREEZES) {
            freezes.post(
                    submission.contestId(),
                    submission.visitor(),
                    partition.histories().frozenUntilMillis(submission.visitor()));
        }
    }

    /** The batch is not in the ledger: undoes what it did to the histories. */
    void rollback() {
        partitions.forEach(LivePartition::rollback);
    }

    /** Tells everyone who waits that their ping was not taken, or that nobody knows. */
    void refuse(Cause because) {
        drafts.forEach(draft -> PingQueue.refuse(draft.ping, because));
    }
}
