/**
 * Pages about what shares brought: the share tree as a picture, the supporters' board, and each supporter's own links.
 *
 * <p>Shows what {@code standings.shares} lets be seen.
 */
@NullMarked
package io.fortyeight.site.supporters;

import org.jspecify.annotations.NullMarked;
