/**
 * What shares brought, as people see it: figures of campaigns, the share tree as a picture, the supporters' board with its
 * nicknames, and what each supporter's own links brought.
 *
 * <p>Only reads the sums of credit, and no more than may be seen ({@link io.fortyeight.supporters.VisibleShares}). Knows
 * nothing of how credit is given, nor of how links are made and followed. Writes nicknames and who is hidden, nothing else.
 */
@NullMarked
package io.fortyeight.supporters;

import org.jspecify.annotations.NullMarked;
