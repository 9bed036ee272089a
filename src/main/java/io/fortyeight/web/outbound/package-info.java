/**
 * Connections from this server to addresses that people have entered: each name is resolved once and checked before
 * connecting.
 *
 * <p>Knows nothing of what is sent, or why.
 */
@NullMarked
package io.fortyeight.web.outbound;

import org.jspecify.annotations.NullMarked;
