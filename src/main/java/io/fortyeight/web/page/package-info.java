/**
 * What every page shares: layout, languages, and how numbers and instants are written.
 *
 * <p>Knows no feature.
 */
@NullMarked
package io.fortyeight.web.page;

import org.jspecify.annotations.NullMarked;
