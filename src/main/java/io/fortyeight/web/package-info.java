/**
 * What every answer has in common: problems in one shape, JSON settings, security headers, CORS.
 *
 * <p>Any resource may use it. Knows no feature: what it has to ask of one, such as {@link KnownOrigins}, it asks through
 * an interface of its own.
 */
@NullMarked
package io.fortyeight.web;

import org.jspecify.annotations.NullMarked;
