/** Shares that spread, through the public endpoints: a whole campaign simulated, and what cheats may try. */
@NullMarked
package io.fortyeight.spread;

import org.jspecify.annotations.NullMarked;
