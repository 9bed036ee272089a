package io.fortyeight.web.form;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, in its reader's language.
 *
 * @param id of the field that it is about; null when it is about none
 * @param lang of a text that is not in the reader's language; null for all others
 */
@TemplateData
public record FormError(
        @Nullable String id, String text, @Nullable String lang) {}
