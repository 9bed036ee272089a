/**
 * Share links as people meet them: what a share says and where its buttons lead, the link as a QR code, and what becomes of one
 * that somebody opens: people are sent on to the campaign's page, networks that want a preview get one.
 *
 * <p>Leaves no trace: what a link brought is told by the pings of the page that it leads to. Knows nothing of counts.
 */
@NullMarked
package io.fortyeight.sharing;

import org.jspecify.annotations.NullMarked;
