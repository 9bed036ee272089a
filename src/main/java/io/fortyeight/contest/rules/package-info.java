/**
 * Reads rules cards as JSON.
 *
 * <p>Owns how a card is written in the API and in the database. What its values mean is decided in {@code
 * core.counting}.
 */
@NullMarked
package io.fortyeight.contest.rules;

import org.jspecify.annotations.NullMarked;
