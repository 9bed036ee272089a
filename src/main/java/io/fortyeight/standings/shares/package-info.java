/**
 * What shares brought, as far as it may be seen: figures, the share tree, the supporters' board and nicknames.
 *
 * <p>Only reads the sums of credit. Writes nicknames and who is hidden, nothing else.
 */
@NullMarked
package io.fortyeight.standings.shares;

import org.jspecify.annotations.NullMarked;
