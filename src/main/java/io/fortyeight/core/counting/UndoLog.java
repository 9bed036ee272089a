package io.fortyeight.core.counting;

import java.util.ArrayList;
import java.util.List;

/**
 * How everything was before the open batch changed it first. By entry, and a visitor's copies are shallow: of thousands of
 * items only those that change are copied.
 */
final class UndoLog {

    private record Change(Undoable entry, Undoable before) {}

    private final List<Change> changes = new ArrayList<>();
    private final List<VisitorHistory> newVisitors = new ArrayList<>();
    private final List<NetworkHistory> newNetworks = new ArrayList<>();

    void beforeChangeOf(Undoable entry) {
        if (!entry.undoable) {
            entry.undoable = true;
            changes.add(new Change(entry, entry.copy()));
        }
    }

    void added(VisitorHistory visitor) {
        visitor.undoable = true;
        newVisitors.add(visitor);
    }

    void added(NetworkHistory network) {
        network.undoable = true;
        newNetworks.add(network);
    }

    void rollback(HistoryTable<VisitorHistory> visitors, HistoryTable<NetworkHistory> networks) {
        changes.forEach(change -> change.entry.restore(change.before));
        newVisitors.forEach(visitors::remove);
        newNetworks.forEach(networks::remove);
        clear();
    }

    /** Makes the changes final. */
    void clear() {
        changes.forEach(change -> change.entry.undoable = false);
        changes.clear();
        newVisitors.forEach(visitor -> visitor.undoable = false);
        newVisitors.clear();
        newNetworks.forEach(network -> network.undoable = false);
        newNetworks.clear();
    }

    List<VisitorHistory> newVisitors() {
        return newVisitors;
    }
}
