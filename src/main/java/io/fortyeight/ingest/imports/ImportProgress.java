package io.fortyeight.ingest.imports;

import io.fortyeight.ingest.format.MalformedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far an import has come. One thread counts, others may look.
 *
 * <p>Every line that isn't blank is read; then it is accepted, or malformed, or neither (an access log's line that is
 * not the view of a campaign).
 */
final class ImportProgress {

    /** That many are named, the others only counted. */
    static final int NAMED_LINES = 100;

    private final AtomicLong read = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();
    private final List<MalformedLine> malformedLines = new ArrayList<>();

    void lineRead() {
        read.incrementAndGet();
    }

    void lineAccepted() {
        accepted.incrementAndGet();
    }

    void lineMalformed(long line, String reason) {
        malformed.incrementAndGet();
        synchronized (malformedLines) {
            if (malformedLines.size() < NAMED_LINES) {
                malformedLines.add(new MalformedLine(line, reason));
            }
        }
    }

    long read() {
        return read.get();
    }

    long accepted() {
        return accepted.get();
    }

    long malformed() {
        return malformed.get();
    }

    /** The first of them, in the order of the file. */
    List<MalformedLine> malformedLines() {
        synchronized (malformedLines) {
            return List.copyOf(malformedLines);
        }
    }
}
