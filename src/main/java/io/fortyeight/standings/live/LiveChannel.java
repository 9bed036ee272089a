package io.fortyeight.standings.live;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The readers of one contest's events, and what they were last shown. */
final class LiveChannel {

    private final Set<EventReader> readers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isAskedFor = new AtomicBoolean();
    private volatile @Nullable LiveBuild latest;

    void add(EventReader reader) {
        readers.add(reader);
    }

    void remove(EventReader reader) {
        readers.remove(reader);
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    Collection<EventReader> readers() {
        return readers;
    }

    @Nullable
    LiveBuild latest() {
        return latest;
    }

    /** True for the first caller only: it sees to the first build, before the next tick. */
    boolean asksForFirstBuild() {
        return isAskedFor.compareAndSet(false, true);
    }

    /** Builds once for all readers, and shows it to them. One at a time. */
    synchronized void refresh(UnaryOperator<@Nullable LiveBuild> builder) {
        var build = builder.apply(latest);
        latest = build;
        // A reader that comes in between is shown the same build twice, and takes it once.
        readers.forEach(reader -> reader.show(build));
    }
}
