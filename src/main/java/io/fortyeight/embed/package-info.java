/**
 * Standings on other sites: badges, frames with oEmbed, and the pictures by which links to contests are shown.
 *
 * <p>Only reads, for anyone, without cookies, and kept for seconds. Knows nothing of how pings come in.
 */
@NullMarked
package io.fortyeight.embed;

import org.jspecify.annotations.NullMarked;
