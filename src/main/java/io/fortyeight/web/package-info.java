/**
 * What every answer has in common: problems in one shape, JSON settings, security headers, CORS; and what leads to them, single
 * statements and JSON that is kept.
 *
 * <p>Any resource may use it. Knows no feature: what it has to ask of one, such as {@link KnownOrigins}, it asks through
 * an interface of its own.
 */
@NullMarked
package io.fortyeight.web;

import org.jspecify.annotations.NullMarked;
