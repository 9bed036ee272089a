/**
 * Standings on other sites: badges, frames with oEmbed, and preview pictures.
 *
 * <p>Only reads, for anyone, without cookies, cached for seconds.
 */
@NullMarked
package io.fortyeight.site.embed;

import org.jspecify.annotations.NullMarked;
