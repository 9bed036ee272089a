package io.fortyeight.counting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How each history was before an open batch touched it first. Batches are committed from the oldest on, and rolled back
 * from the newest on.
 */
final class UndoLog<H extends KeyedHistory<H, ?>> {

    private record Undo<H>(H history, @Nullable H before, long undoableBatchBefore) {}

    private record Batch<H>(long number, List<Undo<H>> undos) {}

    private final HistoryTable<H> table;
    private final Deque<Batch<H>> open = new ArrayDeque<>();
    private long lastNumber;

    UndoLog(HistoryTable<H> table) {
        this.table = table;
    }

    void begin() {
        open.addLast(new Batch<>(++lastNumber, new ArrayList<>()));
    }

    void beforeChangeOf(H history) {
        Batch<H> newest = open.peekLast();
        if (newest != null && history.undoableBatch != newest.number) {
            newest.undos.add(new Undo<>(history, history.copy(), history.undoableBatch));
            history.undoableBatch = newest.number;
        }
    }

    void added(H history) {
        Batch<H> newest = open.peekLast();
        if (newest != null) {
            newest.undos.add(new Undo<>(history, null, 0));
            history.undoableBatch = newest.number;
        }
    }

    /** Whether a rollback may still have to restore or to remove it. */
    boolean mayUndo(H history) {
        Batch<H> oldest = open.peekFirst();
        return oldest != null && history.undoableBatch >= oldest.number;
    }

    /** Makes the oldest open batch final. */
    void commit() {
        open.removeFirst();
    }

    /** Undoes the newest open batch. */
    void rollback() {
        for (Undo<H> undo : open.removeLast().undos) {
            undo.history.undoableBatch = undo.undoableBatchBefore;
            if (undo.before == null) {
                table.remove(undo.history);
            } else {
                undo.history.restore(undo.before);
            }
        }
    }

    /** What the newest open batch has added. */
    List<H> added() {
        List<H> added = new ArrayList<>();
        for (Undo<H> undo : open.getLast().undos) {
            if (undo.before == null) {
                added.add(undo.history);
            }
        }
        return added;
    }
}
