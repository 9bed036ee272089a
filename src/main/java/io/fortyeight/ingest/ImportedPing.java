package io.fortyeight.ingest;

import io.fortyeight.counting.Ping;
import org.jspecify.annotations.Nullable;

/**
 * A ping out of an organizer's file.
 *
 * @param index where it stood in the file; grows, but not by one each
 * @param via what the share link carried, if it did
 */
record ImportedPing(long index, Ping ping, @Nullable String via) {}
