/**
 * Users and how they sign in: sessions, cookies, throttling, OpenID Connect.
 *
 * <p>Knows no feature. Only hashes of passwords and session ids are stored.
 */
@NullMarked
package io.fortyeight.account.session;

import org.jspecify.annotations.NullMarked;
