/**
 * The embedded PostgreSQL, and how one that outlived its application is taken over.
 *
 * <p>Knows nothing of what is stored in it.
 */
@NullMarked
package io.fortyeight.postgres;

import org.jspecify.annotations.NullMarked;
