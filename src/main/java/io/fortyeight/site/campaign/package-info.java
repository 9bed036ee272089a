/**
 * A campaign's own page: its place, what was counted, what was not and why, over time and by platform.
 *
 * <p>Only reads, and only what {@code standings} lets be seen.
 */
@NullMarked
package io.fortyeight.site.campaign;

import org.jspecify.annotations.NullMarked;
