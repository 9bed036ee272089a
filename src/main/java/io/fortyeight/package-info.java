/** The application: start-up and clocks. Features must not know it. */
@NullMarked
package io.fortyeight;

import org.jspecify.annotations.NullMarked;
