/**
 * Who sent a ping: the client's address behind proxies, and the keys of visitors and networks.
 *
 * <p>No address leaves this room. Knows nothing of contests.
 */
@NullMarked
package io.fortyeight.ingest.client;

import org.jspecify.annotations.NullMarked;
