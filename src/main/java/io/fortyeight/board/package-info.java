/**
 * The close board: what the people see who watch contests close.
 *
 * <p>Reads what others own, and changes nothing: no close waits for it.
 */
@NullMarked
package io.fortyeight.board;

import org.jspecify.annotations.NullMarked;
