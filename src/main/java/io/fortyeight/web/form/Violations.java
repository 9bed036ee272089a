package io.fortyeight.web.form;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Gathers what is wrong with what was sent, so that a caller learns of all of it at once. A field is named by its path in the
 * API, for instance {@code rules.cap.max} or {@code origins[0]}.
 */
public final class Violations {

    private final List<FieldViolation> found = new ArrayList<>();

    /** Of what no form sends. */
    public void add(String field, String english) {
        add(field, language -> english, language -> english);
    }

    /** By a text that every door uses. */
    public void add(String field, Function<ViolationMessages, String> text) {
        add(field, ViolationMessages.class, text);
    }

    public <B> void add(String field, Class<B> bundle, Function<B, String> text) {
        var wording = Wording.of(bundle, text);
        add(field, wording, wording);
    }

    /** @param onForms where a form has people write the value in another way than the API has programs */
    public <B> void add(String field, Class<B> bundle, Function<B, String> text, Wording onForms) {
        add(field, Wording.of(bundle, text), onForms);
    }

    private void add(String field, Wording text, Wording onForms) {
        found.add(new FieldViolation(field, text, onForms));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The wrong fields, in the order in which they were found. */
    public List<String> fields() {
        return found.stream().map(FieldViolation::field).toList();
    }

    /** @throws HttpProblem 400 with every violation, if there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidFieldsProblem(List.copyOf(found));
        }
    }

    /** 400: one field is wrong. */
    public static <B> HttpProblem of(String field, Class<B> bundle, Function<B, String> text) {
        var wording = Wording.of(bundle, text);
        return new InvalidFieldsProblem(List.of(new FieldViolation(field, wording, wording)));
    }
}
