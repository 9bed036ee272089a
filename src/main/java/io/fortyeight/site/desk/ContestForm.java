package io.fortyeight.site.desk;

import io.fortyeight.contest.api.NewContest;
import io.fortyeight.core.counting.Preset;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.SpanField;
import io.fortyeight.web.page.Language;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a contest; nothing in it is checked until it has become a request. */
final class ContestForm {

    /** Which of the two ends is meant: {@code duration} or {@code closesAt}. */
    private static final String END = "end";

    private static final String DURATION = "duration";
    private static final String CLOSES_AT = "closesAt";
    private static final String BLACKOUT = "blackout";
    private static final String REQUIRES_TRUST = "requiresTrust";

    /** So that the window can be checked before the contest has a name. */
    private static final String PLACEHOLDER = "x";

    private static final FormFields<DeskMessages> FIELDS = RulesForm.declared(FormFields.in(DeskMessages.class)
            .field("name", DeskMessages::name, DeskMessages::nameHint)
            .field("slug", DeskMessages::slug, DeskMessages::slugHint)
            .field("zone", DeskMessages::zone, DeskMessages::zoneHint)
            .field("opensAt", DeskMessages::opensAt, DeskMessages::opensAtHint)
            .field(DURATION, DeskMessages::duration)
            .field(CLOSES_AT, DeskMessages::closesAt, DeskMessages::closesAtHint)
            .field("announcesAt", DeskMessages::announcesAt, DeskMessages::announcesAtHint)
            .field("publishes", DeskMessages::publishes)
            .field(BLACKOUT, DeskMessages::blackout, DeskMessages::blackoutHint));

    private ContestForm() {}

    /** Two days by the default card: what an organizer starts from. */
    static Form fresh(Language language) {
        var typed = new HashMap<>(RulesForm.fields(Preset.FAIR_48H.card("none")));
        typed.put(END, DURATION);
        typed.put("duration.amount", "48");
        typed.put("duration.unit", "h");
        SpanField.putText(typed, BLACKOUT, null);
        typed.put("publishes", "certified");
        return FIELDS.filled(typed, language);
    }

    static Form of(NewContest stated, RulesCard card, Language language) {
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
        SpanField.putText(typed, DURATION, stated.duration());
        SpanField.putText(typed, BLACKOUT, stated.blackout());
        typed.put(END, stated.closesAt() == null ? DURATION : CLOSES_AT);
        return FIELDS.filled(typed, language);
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }

    /** A card alone. */
    static Form ofCard(RulesCard card, Language language) {
        return FIELDS.filled(RulesForm.fields(card), language);
    }

    static Form posted(MultivaluedMap<String, String> sent, Language language) {
        return FIELDS.filled(RulesForm.filled(Form.typed(sent)), language);
    }

    static NewContest request(Form form) {
        return request(form, form.text("slug"), form.text("name"));
    }

    /** The same, for looking at its window and rules only. */
    static NewContest toLookAt(Form form) {
        return request(form, PLACEHOLDER, PLACEHOLDER);
    }

    private static NewContest request(Form form, @Nullable String slug, @Nullable String name) {
        var endsAt = form.is(END, CLOSES_AT);
        return new NewContest(
                slug,
                name,
                form.text("zone"),
                form.text("opensAt"),
                endsAt ? null : form.span(DURATION),
                endsAt ? form.value(CLOSES_AT).strip() : null,
                form.text("announcesAt"),
                form.text("publishes"),
                form.span(BLACKOUT),
                RulesForm.json(form),
                form.has(REQUIRES_TRUST));
    }
}
