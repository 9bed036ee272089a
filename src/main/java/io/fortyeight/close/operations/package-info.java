/**
 * Health and metrics of the close, and the clock's offset.
 *
 * <p>Only reads.
 */
@NullMarked
package io.fortyeight.close.operations;

import org.jspecify.annotations.NullMarked;
