/**
 * The installation's wrapping key and the secrets it wraps. The key never enters the database.
 *
 * <p>Knows nothing of whose secrets they are.
 */
@NullMarked
package io.fortyeight.account.secret;

import org.jspecify.annotations.NullMarked;
