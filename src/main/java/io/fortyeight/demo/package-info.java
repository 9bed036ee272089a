/**
 * A contest that plays itself, for people who want to see one: off unless {@code fortyeight.demo.enabled}.
 *
 * <p>It is created like any other contest, and its crowd uses the public endpoints. No other feature knows it.
 */
@NullMarked
package io.fortyeight.demo;

import org.jspecify.annotations.NullMarked;
