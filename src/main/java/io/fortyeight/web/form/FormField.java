package io.fortyeight.web.form;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field as a page shows it.
 *
 * @param name as the API names it; it is sent by that name, too, unless the page says otherwise
 * @param value as it was typed; of a duration its number
 * @param unit of a duration; empty for all others
 */
@TemplateData
public record FormField(
        String name, String label, @Nullable String hint, String value, String unit, List<FormError> errors) {

    public String id() {
        return id(name);
    }

    static String id(String name) {
        return name.replace('[', '.').replace("]", "");
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** Ids of what describes it, the error first; null when nothing does. */
    public @Nullable String describedBy() {
        var ids = Stream.of(isWrong() ? id() + "-error" : "", hint == null ? "" : id() + "-hint")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
