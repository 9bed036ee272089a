package io.fortyeight.counting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How everything was before an open batch changed it first. By entry, and each copy is shallow: so a visitor of thousands
 * of items costs no more than one of a few. Batches are committed from the oldest on, and rolled back from the newest on.
 */
final class UndoLog {

    private record Change(Undoable entry, Undoable before, long undoableBatchBefore) {}

    private static final class Batch {
        private final long number;
        private final List<Change> changes = new ArrayList<>();
        private final List<VisitorHistory> newVisitors = new ArrayList<>();
        private final List<NetworkHistory> newNetworks = new ArrayList<>();

        Batch(long number) {
            this.number = number;
        }
    }

    private final HistoryTable<VisitorHistory> visitors;
    private final HistoryTable<NetworkHistory> networks;
    private final Deque<Batch> open = new ArrayDeque<>();
    private long lastNumber;

    UndoLog(HistoryTable<VisitorHistory> visitors, HistoryTable<NetworkHistory> networks) {
        this.visitors = visitors;
        this.networks = networks;
    }

    void begin() {
        open.addLast(new Batch(++lastNumber));
    }

    void beforeChangeOf(Undoable entry) {
        Batch newest = open.peekLast();
        if (newest != null && entry.undoableBatch != newest.number) {
            newest.changes.add(new Change(entry, entry.copy(), entry.undoableBatch));
            entry.undoableBatch = newest.number;
        }
    }

    void added(VisitorHistory visitor) {
        Batch newest = open.peekLast();
        if (newest != null) {
            visitor.undoableBatch = newest.number;
            newest.newVisitors.add(visitor);
        }
    }

    void added(NetworkHistory network) {
        Batch newest = open.peekLast();
        if (newest != null) {
            network.undoableBatch = newest.number;
            newest.newNetworks.add(network);
        }
    }

    /** Whether a rollback may still have to restore or to remove it. */
    boolean mayUndo(Undoable entry) {
        Batch oldest = open.peekFirst();
        return oldest != null && entry.undoableBatch >= oldest.number;
    }

    /** Makes the changes of the oldest open batch final. */
    void commit() {
        open.removeFirst();
    }

    /** Undoes the changes of the newest open batch. */
    void rollback() {
        Batch newest = open.removeLast();
        for (Change change : newest.changes) {
            change.entry.restore(change.before);
            change.entry.undoableBatch = change.undoableBatchBefore;
        }
        newest.newVisitors.forEach(visitors::remove);
        newest.newNetworks.forEach(networks::remove);
    }

    /** The visitors whom the newest open batch has added. */
    List<VisitorHistory> newVisitors() {
        return open.getLast().newVisitors;
    }
}
