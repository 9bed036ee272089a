/**
 * Who somebody is and what they may do: actors, roles, user names, and passwords as hashes.
 *
 * <p>Knows no feature.
 */
@NullMarked
package io.fortyeight.account.user;

import org.jspecify.annotations.NullMarked;
