/**
 * What there is to tell of a contest: events, each written in the transaction of what it tells of.
 *
 * <p>Knows the life cycle of contests, nothing of whom is told, or how.
 */
@NullMarked
package io.fortyeight.outbox;

import org.jspecify.annotations.NullMarked;
