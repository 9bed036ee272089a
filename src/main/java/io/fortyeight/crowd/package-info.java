/**
 * A crowd that was made up, and how it gets to the public endpoints over HTTP: for the demonstration and for rehearsals.
 *
 * <p>Knows contests and their campaigns; nothing of how pings are counted.
 */
@NullMarked
package io.fortyeight.crowd;

import org.jspecify.annotations.NullMarked;
