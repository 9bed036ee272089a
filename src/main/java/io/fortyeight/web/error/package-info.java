/**
 * Turns failures into answers: an HTML page for browsers, {@code application/problem+json} for everyone else.
 *
 * <p>Knows no feature.
 */
@NullMarked
package io.fortyeight.web.error;

import org.jspecify.annotations.NullMarked;
