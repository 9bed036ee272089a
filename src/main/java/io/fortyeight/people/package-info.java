/**
 * The pages on which people sign in and out and change their password, and administrators manage users and tokens; and what
 * those see who may not see a page, or for whom something went wrong.
 *
 * <p>Decides nothing: who may do what is {@code account}'s.
 */
@NullMarked
package io.fortyeight.people;

import org.jspecify.annotations.NullMarked;
