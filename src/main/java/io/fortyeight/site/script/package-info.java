/**
 * The script for campaign pages, the live numbers it shows, and the page that tests a snippet.
 *
 * <p>The script's source is in {@code src/main/javascript}. It sends pings from outside, as any page does.
 */
@NullMarked
package io.fortyeight.site.script;

import org.jspecify.annotations.NullMarked;
