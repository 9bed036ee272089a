package io.fortyeight.site.desk;

import io.fortyeight.close.rehearsal.RehearsalSettings;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody typed to close, release or rehearse; nothing of it is checked. */
@TemplateData
final class CloseForm {

    private final Map<String, String> typed;

    private CloseForm(Map<String, String> typed) {
        this.typed = typed;
    }

    static CloseForm fresh() {
        return new CloseForm(Map.of("seconds", "20", "pingsPerSecond", "50"));
    }

    static CloseForm reason(MultivaluedMap<String, String> form) {
        return new CloseForm(Map.of("reason", first(form, "reason"), "seconds", "20", "pingsPerSecond", "50"));
    }

    static CloseForm rehearsal(MultivaluedMap<String, String> form) {
        return new CloseForm(
                Map.of("seconds", first(form, "seconds"), "pingsPerSecond", first(form, "pingsPerSecond")));
    }

    private static String first(MultivaluedMap<String, String> form, String field) {
        return Optional.ofNullable(form.getFirst(field)).orElse("");
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    @Nullable
    String reason() {
        return typed.get("reason");
    }

    RehearsalSettings settings() {
        var pings = value("pingsPerSecond").strip();
        return RehearsalSettings.read(new RehearsalSettings.Request(
                "PT" + value("seconds").strip() + "S",
                pings.matches("\\d{1,9}") ? Integer.valueOf(pings) : Integer.valueOf(0)));
    }
}
