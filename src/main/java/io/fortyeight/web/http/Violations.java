package io.fortyeight.web.http;

import io.quarkiverse.resteasy.problem.validation.Violation;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a body, so that a caller learns of all of it at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(Problems.inBody(field, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with every violation, if there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problems.invalid(List.copyOf(found));
        }
    }
}
