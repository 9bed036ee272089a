package io.fortyeight.ingest.imports;

import io.fortyeight.ingest.format.ImportedPing;
import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several ordered runs as one. Closes each run as soon as it is used up. */
final class RunMerge implements PingSource, Closeable {

    private final List<SortedRun> runs;
    private final PriorityQueue<Head> heads;

    /** @param runs closed with the merge, and also if this fails */
    RunMerge(List<SortedRun> runs, Comparator<ImportedPing> order) throws IOException {
        this.runs = runs;
        heads = new PriorityQueue<>(Math.max(runs.size(), 1), Comparator.comparing(Head::ping, order));
        try {
            for (SortedRun run : runs) {
                advance(run);
            }
        } catch (IOException e) {
            closeAll(e);
            throw e;
        }
    }

    @Override
    public @Nullable ImportedPing next() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        advance(head.run());
        return head.ping();
    }

    @Override
    public void close() throws IOException {
        IOException failure = new IOException("Sorted runs could not be closed");
        closeAll(failure);
        heads.clear();
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private void advance(SortedRun run) throws IOException {
        if (run.hasNext()) {
            heads.add(new Head(run.next(), run));
        } else {
            run.close();
        }
    }

    private void closeAll(IOException failure) {
        for (SortedRun run : runs) {
            try {
                run.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private record Head(ImportedPing ping, SortedRun run) {}
}
