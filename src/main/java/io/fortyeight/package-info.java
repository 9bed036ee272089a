/** The application: start-up and the embedded database. Knows of features only that they exist. */
@NullMarked
package io.fortyeight;

import org.jspecify.annotations.NullMarked;
