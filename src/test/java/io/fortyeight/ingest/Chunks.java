package io.fortyeight.ingest;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** A connection on which bytes arrive in chunks of the given sizes, round and round, and none is there beforehand. */
public final class Chunks extends FilterInputStream {

    private final int[] sizes;
    private int next;

    public Chunks(byte[] bytes, int... sizes) {
        super(new ByteArrayInputStream(bytes));
        this.sizes = sizes;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int most = sizes[next++ % sizes.length];
        return super.read(target, offset, Math.min(length, most));
    }

    @Override
    public int available() {
        return 0;
    }
}
