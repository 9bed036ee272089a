/**
 * The script for campaign pages, what it shows there, and the page that tells whether a snippet works.
 *
 * <p>Owns the files that campaign pages load, and numbers for readers of such pages. Must not know how pings are taken or
 * judged: its script sends them from outside, like any page. The script's source is in {@code src/main/javascript}.
 */
@NullMarked
package io.fortyeight.script;

import org.jspecify.annotations.NullMarked;
