package io.fortyeight.ingest.imports;

import io.fortyeight.ingest.format.ImportedPing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts imported pings by time, equal times in input order, in memory that does not grow with their number: what fits in
 * no more than one chunk is written to files, which are merged. For one thread.
 *
 * <p>So that many files are never open at once, as many runs as are merged in one go become one run of the next level:
 * each ping is then written once for each level, and there are few of those.
 */
final class TimeSorter implements Closeable {

    /** About 26 MB of pings. */
    private static final int CHUNK = 200_000;

    private static final int RUNS_AT_ONCE = 64;

    private static final Comparator<ImportedPing> BY_TIME = Comparator.<ImportedPing>comparingLong(
                    imported -> imported.ping().receivedAtMillis())
            .thenComparingLong(ImportedPing::index);

    private final Path directory;
    private final int chunkSize;
    private final int runsAtOnce;
    private final List<ImportedPing> chunk = new ArrayList<>();
    private final List<List<Run>> levels = new ArrayList<>();
    private @Nullable RunMerge merge;
    private boolean sorted;
    private long count;

    /** @param directory exists; files in it are removed by {@link #close}, but not after a crash */
    TimeSorter(Path directory) {
        this(directory, CHUNK, RUNS_AT_ONCE);
    }

    TimeSorter(Path directory, int chunkSize, int runsAtOnce) {
        if (chunkSize < 1 || runsAtOnce < 2) {
            throw new IllegalArgumentException("Nothing to sort with: " + chunkSize + ", " + runsAtOnce);
        }
        this.directory = directory;
        this.chunkSize = chunkSize;
        this.runsAtOnce = runsAtOnce;
    }

    /** @throws IllegalStateException once {@link #sorted} has been called */
    void add(ImportedPing ping) throws IOException {
        if (sorted) {
            throw new IllegalStateException("Already sorted");
        }
        if (chunk.size() == chunkSize) {
            spill();
        }
        chunk.add(ping);
        count++;
    }

    /** How many have been added. */
    long count() {
        return count;
    }

    /** All that were added, in order; once. Valid until {@link #close}. */
    PingSource sorted() throws IOException {
        if (sorted) {
            throw new IllegalStateException("Already sorted");
        }
        sorted = true;
        if (levels.isEmpty()) {
            return sortedChunk();
        }
        spill();
        merge = merge(levels.stream().flatMap(List::stream).toList());
        return merge;
    }

    @Override
    public void close() throws IOException {
        sorted = true;
        chunk.clear();
        try (RunMerge open = merge) {
            merge = null;
        } finally {
            for (List<Run> level : levels) {
                delete(level);
            }
        }
    }

    private PingSource sortedChunk() {
        chunk.sort(BY_TIME);
        Iterator<ImportedPing> pings = chunk.iterator();
        return () -> pings.hasNext() ? pings.next() : null;
    }

    private void spill() throws IOException {
        write(sortedChunk(), 0);
        chunk.clear();
    }

    /** The file is listed before it is written, so that it goes even when writing fails. */
    private void write(PingSource source, int level) throws IOException {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<Run> runs = levels.get(level);
        Path file = Files.createTempFile(directory, "import-", ".run");
        runs.add(new Run(file, 0));
        Run written = new Run(file, SortedRun.write(file, source));
        runs.set(runs.size() - 1, written);
        if (runs.size() == runsAtOnce) {
            try (RunMerge merged = merge(runs)) {
                write(merged, level + 1);
            }
            delete(runs);
        }
    }

    private static RunMerge merge(List<Run> runs) throws IOException {
        List<SortedRun> open = new ArrayList<>();
        try {
            for (Run run : runs) {
                open.add(SortedRun.open(run.file(), run.count()));
            }
        } catch (IOException e) {
            for (SortedRun run : open) {
                run.close();
            }
            throw e;
        }
        return new RunMerge(open, BY_TIME);
    }

    private static void delete(List<Run> runs) throws IOException {
        for (Run run : runs) {
            Files.deleteIfExists(run.file());
        }
        runs.clear();
    }

    private record Run(Path file, long count) {}
}
