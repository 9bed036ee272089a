package io.fortyeight.counting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each history was before the open batch touched it first. */
final class UndoLog<H extends KeyedHistory<H, ?>> {

    private record Undo<H>(H history, @Nullable H before) {}

    private final HistoryTable<H> table;
    private final List<Undo<H>> undos = new ArrayList<>();

    UndoLog(HistoryTable<H> table) {
        this.table = table;
    }

    void beforeChangeOf(H history) {
        if (!history.undoable) {
            history.undoable = true;
            undos.add(new Undo<>(history, history.copy()));
        }
    }

    void added(H history) {
        history.undoable = true;
        undos.add(new Undo<>(history, null));
    }

    void commit() {
        for (Undo<H> undo : undos) {
            undo.history.undoable = false;
        }
        undos.clear();
    }

    void rollback() {
        for (Undo<H> undo : undos) {
            undo.history.undoable = false;
            if (undo.before == null) {
                table.remove(undo.history);
            } else {
                undo.history.restore(undo.before);
            }
        }
        undos.clear();
    }

    List<H> added() {
        List<H> added = new ArrayList<>();
        for (Undo<H> undo : undos) {
            if (undo.before == null) {
                added.add(undo.history);
            }
        }
        return added;
    }
}
