/**
 * The trust card on pages, and the forms for trust cards and prizes.
 *
 * <p>The data are owned by {@code contest.trust}.
 */
@NullMarked
package io.fortyeight.site.trust;

import org.jspecify.annotations.NullMarked;
