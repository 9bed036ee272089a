/**
 * The close board: what ops watch while contests close.
 *
 * <p>Only reads; no close waits for it.
 */
@NullMarked
package io.fortyeight.close.board;

import org.jspecify.annotations.NullMarked;
