/**
 * A made-up crowd that sends its pings to the public endpoints, for the demonstration and for rehearsals.
 *
 * <p>Knows contests and their campaigns; nothing of how pings are counted.
 */
@NullMarked
package io.fortyeight.close.crowd;

import org.jspecify.annotations.NullMarked;
