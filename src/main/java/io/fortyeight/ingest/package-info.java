/**
 * The endpoints that pings come in by: JSON, pixel and test pings, and share links.
 *
 * <p>Owns the filter that sheds floods and the check of a page's origin. Hands pings to the ledger's queue; knows
 * nothing of how they are judged.
 */
@NullMarked
package io.fortyeight.ingest;

import org.jspecify.annotations.NullMarked;
