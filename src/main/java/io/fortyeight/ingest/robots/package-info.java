/**
 * Recognizes robots, link previews and prefetches.
 *
 * <p>Owns the lists of user agents. Knows nothing of contests.
 */
@NullMarked
package io.fortyeight.ingest.robots;

import org.jspecify.annotations.NullMarked;
