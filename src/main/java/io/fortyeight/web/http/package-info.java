/**
 * HTTP that every endpoint shares: problems (RFC 9457), security headers, CORS, origins, addresses and small bodies.
 *
 * <p>Knows no feature. What it needs to ask one, such as {@link KnownOrigins}, it asks through an interface of its own.
 */
@NullMarked
package io.fortyeight.web.http;

import org.jspecify.annotations.NullMarked;
