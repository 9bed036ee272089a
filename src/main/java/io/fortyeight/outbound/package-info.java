/**
 * What this server itself connects to: addresses that people have named, each looked up once and checked before the connection
 * is made to it.
 *
 * <p>Knows nothing of why something is sent.
 */
@NullMarked
package io.fortyeight.outbound;

import org.jspecify.annotations.NullMarked;
