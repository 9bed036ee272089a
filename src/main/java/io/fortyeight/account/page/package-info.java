/**
 * Pages for signing in and out, passwords, users and tokens.
 *
 * <p>Decides nothing: {@code account.user} owns the rights.
 */
@NullMarked
package io.fortyeight.account.page;

import org.jspecify.annotations.NullMarked;
