/**
 * Contests for programs that people already have: a calendar and a feed of news for each.
 *
 * <p>Only reads. Nothing in them depends on standings.
 */
@NullMarked
package io.fortyeight.feed;

import org.jspecify.annotations.NullMarked;
