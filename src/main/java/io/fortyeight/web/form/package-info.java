/**
 * Forms and what is wrong with what was sent: one list of violations, said in English to programs and in the reader's language
 * on pages.
 *
 * <p>Knows no feature: a feature declares its fields and brings its own texts.
 */
@NullMarked
package io.fortyeight.web.form;

import org.jspecify.annotations.NullMarked;
