/**
 * Bearer tokens for programs, stored as hashes, and the administrator's token.
 *
 * <p>Knows no feature.
 */
@NullMarked
package io.fortyeight.account.token;

import org.jspecify.annotations.NullMarked;
