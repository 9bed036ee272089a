package io.fortyeight.core.counting;

/** Something that {@link UndoLog} can take back to how it was. */
abstract class Undoable {

    /** Whether the log has the state before the open batch. */
    boolean undoable;

    /** The state now, for {@link #restore}. Of others that it refers to, not the state. */
    abstract Undoable copy();

    /** @param copy of this one */
    abstract void restore(Undoable copy);
}
