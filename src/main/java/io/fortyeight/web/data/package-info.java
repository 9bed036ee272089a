/**
 * Small tools for stored data: single SQL statements, JSON, instants and hashes.
 *
 * <p>Knows no feature.
 */
@NullMarked
package io.fortyeight.web.data;

import org.jspecify.annotations.NullMarked;
