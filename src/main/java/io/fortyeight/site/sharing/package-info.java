/**
 * Share links as people meet them: share texts and buttons, QR codes, and where an opened link leads.
 *
 * <p>Leaves no trace: what a link brought follows from the pings of the page it leads to. Knows nothing of counts.
 */
@NullMarked
package io.fortyeight.site.sharing;

import org.jspecify.annotations.NullMarked;
