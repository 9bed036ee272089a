package io.fortyeight.web.error;

import io.fortyeight.web.page.Language;
import org.jspecify.annotations.Nullable;

/** Pages that say in words what went wrong. */
public interface FailurePages {

    /**
     * A whole page. Asks no database.
     *
     * @param detail for people, in English; null when there is nothing to add to what the status means
     */
    String page(int status, @Nullable String detail, Language language);
}
