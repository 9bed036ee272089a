/**
 * Who may do what: bearer tokens and their roles; and the installation's wrapping key.
 *
 * <p>Knows no feature. Tokens are stored as hashes only, and the wrapping key never enters the database.
 */
@NullMarked
package io.fortyeight.account;

import org.jspecify.annotations.NullMarked;
