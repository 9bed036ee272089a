package io.fortyeight.ingest.imports;

import io.fortyeight.ingest.format.ImportedPing;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of imported pings in order, being read. */
final class SortedRun implements Closeable {

    private static final int BUFFER_BYTES = 32 * 1024;

    private final DataInputStream in;
    private long left;

    private SortedRun(DataInputStream in, long left) {
        this.in = in;
        this.left = left;
    }

    /** @param count as {@link #write} returned it */
    static SortedRun open(Path file, long count) throws IOException {
        return new SortedRun(
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)), count);
    }

    /** Writes what is left of the source, and returns how many that were. */
    static long write(Path file, PingSource source) throws IOException {
        long count = 0;
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES))) {
            for (ImportedPing ping = source.next(); ping != null; ping = source.next()) {
                PingRecord.write(ping, out);
                count++;
            }
        }
        return count;
    }

    boolean hasNext() {
        return left > 0;
    }

    ImportedPing next() throws IOException {
        left--;
        return PingRecord.read(in);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
