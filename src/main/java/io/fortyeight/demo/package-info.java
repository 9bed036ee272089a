/**
 * A contest that plays itself, for people who want to see one: off unless {@code fortyeight.demo.enabled}.
 *
 * <p>Its contest is made as anybody's, and its crowd comes in by the public endpoints over HTTP. It knows nothing of how
 * pings are counted, and no other feature knows of it.
 */
@NullMarked
package io.fortyeight.demo;

import org.jspecify.annotations.NullMarked;
