/**
 * Who may do what: users, sessions, bearer tokens and their roles; and the installation's wrapping key.
 *
 * <p>Knows no feature. Passwords, tokens and what sessions are known by are stored as hashes only, and the wrapping key never
 * enters the database.
 */
@NullMarked
package io.fortyeight.account;

import org.jspecify.annotations.NullMarked;
