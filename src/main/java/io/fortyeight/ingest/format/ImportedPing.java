package io.fortyeight.ingest.format;

import io.fortyeight.core.counting.Ping;
import org.jspecify.annotations.Nullable;

/**
 * A ping out of an organizer's file.
 *
 * @param index where it stood in the file; grows, but not by one each
 * @param via what the share link carried, if it did
 */
public record ImportedPing(long index, Ping ping, @Nullable String via) {}
