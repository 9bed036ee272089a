package io.fortyeight.site.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.contest.api.NewContest;
import io.fortyeight.core.counting.Preset;
import io.fortyeight.core.counting.RulesCard;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a contest's form, field by field as the API names them; nothing of it is checked. */
@TemplateData
final class ContestForm {

    /** Which of the two ends is meant: {@code duration} or {@code closesAt}. */
    private static final String END = "end";

    private static final String CLOSES_AT = "closesAt";

    private static final String REQUIRES_TRUST = "requiresTrust";

    /** So that the window can be checked before the contest has a name. */
    private static final String PLACEHOLDER = "x";

    private final Map<String, String> typed;

    private ContestForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** Two days by the default card: what an organizer starts from. */
    static ContestForm fresh() {
        var typed = new HashMap<>(RulesForm.fields(Preset.FAIR_48H.card("none")));
        typed.put(END, "duration");
        typed.put("duration.amount", "48");
        typed.put("duration.unit", "h");
        typed.put("blackout.unit", "h");
        typed.put("publishes", "certified");
        return new ContestForm(typed);
    }

    static ContestForm of(NewContest stated, RulesCard card) {
        var typed = new HashMap<>(RulesForm.fields(card));
        put(typed, "slug", stated.slug());
        put(typed, "name", stated.name());
        put(typed, "zone", stated.zone());
        put(typed, "opensAt", stated.opensAt());
        put(typed, CLOSES_AT, stated.closesAt());
        put(typed, "announcesAt", stated.announcesAt());
        put(typed, "publishes", stated.publishes());
        if (Boolean.TRUE.equals(stated.requiresTrust())) {
            typed.put(REQUIRES_TRUST, "on");
        }
        put(typed, "duration", SpanField.ofText(stated.duration()));
        put(typed, "blackout", SpanField.ofText(stated.blackout()));
        typed.put(END, stated.closesAt() == null ? "duration" : CLOSES_AT);
        return new ContestForm(typed);
    }

    /** A card alone. */
    static ContestForm ofCard(RulesCard card) {
        return new ContestForm(RulesForm.fields(card));
    }

    static ContestForm posted(MultivaluedMap<String, String> form) {
        var typed = new HashMap<String, String>();
        form.forEach((field, values) -> typed.put(field, values.isEmpty() ? "" : values.get(0)));
        return new ContestForm(RulesForm.filled(typed));
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }

    private static void put(Map<String, String> typed, String field, SpanField span) {
        typed.put(field + ".amount", span.amount());
        typed.put(field + ".unit", span.unit());
    }

    /** What stands in a field; empty when nothing does. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The number of a duration. */
    public String amount(String field) {
        return value(field + ".amount");
    }

    /** Whether a duration is in that unit. */
    public boolean isIn(String field, String unit) {
        return is(field + ".unit", unit);
    }

    /** Whether a box is ticked. */
    public boolean has(String field) {
        return typed.containsKey(field);
    }

    /** Whether {@code value} is the one that is chosen. */
    public boolean is(String field, String value) {
        return value.equals(typed.get(field));
    }

    NewContest request() {
        return request(text("slug"), text("name"));
    }

    /** The same, for looking at its window and rules only. */
    NewContest toLookAt() {
        return request(PLACEHOLDER, PLACEHOLDER);
    }

    private NewContest request(@Nullable String slug, @Nullable String name) {
        var endsAt = is(END, CLOSES_AT);
        return new NewContest(
                slug,
                name,
                text("zone"),
                text("opensAt"),
                endsAt ? null : span("duration"),
                endsAt ? value(CLOSES_AT).strip() : null,
                text("announcesAt"),
                text("publishes"),
                span("blackout"),
                rules(),
                has(REQUIRES_TRUST));
    }

    JsonNode rules() {
        return RulesForm.json(typed);
    }

    private @Nullable String text(String field) {
        var text = value(field).strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable String span(String field) {
        return new SpanField(value(field + ".amount"), value(field + ".unit").isEmpty() ? "h" : value(field + ".unit"))
                .text();
    }
}
