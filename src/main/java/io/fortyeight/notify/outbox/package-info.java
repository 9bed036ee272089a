/**
 * Events of a contest, each written in the transaction of the change it reports.
 *
 * <p>Knows the life cycle of contests; nothing of who receives events, or how.
 */
@NullMarked
package io.fortyeight.notify.outbox;

import org.jspecify.annotations.NullMarked;
