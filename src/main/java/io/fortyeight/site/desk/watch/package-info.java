/**
 * The desk's view of a running contest: verdicts over time, top senders and suspicious patterns.
 *
 * <p>Counts come from {@code standings} only.
 */
@NullMarked
package io.fortyeight.site.desk.watch;

import org.jspecify.annotations.NullMarked;
