/**
 * A calendar and a news feed for each contest.
 *
 * <p>Only reads. Nothing in them depends on standings.
 */
@NullMarked
package io.fortyeight.notify.feed;

import org.jspecify.annotations.NullMarked;
