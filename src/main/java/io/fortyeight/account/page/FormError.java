package io.fortyeight.account.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with a form, for a page to say in the reader's language.
 *
 * @param fields those that break their rule
 */
record FormError(Status status, Set<String> fields, Conflict conflict) {

    static final FormError NOTHING = new FormError(Status.OK, Set.of(), Conflict.NONE);

    /** What is in the way of a request that is right by itself. */
    enum Conflict {
        NONE,
        TAKEN,
        YOURSELF,
        GONE
    }

    /**
     * The same in fields.
     *
     * @param meant what a conflict means in this form
     * @throws HttpProblem the problem itself, when it is none of the form's
     */
    static FormError of(HttpProblem problem, Conflict meant) {
        return switch (problem.getStatusCode()) {
            case 400 -> new FormError(Status.BAD_REQUEST, fields(problem), Conflict.NONE);
            case 404 -> new FormError(Status.NOT_FOUND, Set.of(), Conflict.GONE);
            case 409 -> new FormError(Status.CONFLICT, Set.of(), meant);
            default -> throw problem;
        };
    }

    private static Set<String> fields(HttpProblem problem) {
        return problem.getParameters().get("violations") instanceof Collection<?> violations
                ? violations.stream()
                        .filter(Violation.class::isInstance)
                        .map(violation -> ((Violation) violation).field)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** For a page with several such forms: none is marked. */
    FormError elsewhere() {
        return new FormError(status, Set.of(), conflict);
    }

    public boolean isUnfit() {
        return status == Status.BAD_REQUEST;
    }

    public boolean isTaken() {
        return conflict == Conflict.TAKEN;
    }

    public boolean isYourself() {
        return conflict == Conflict.YOURSELF;
    }

    public boolean isGone() {
        return conflict == Conflict.GONE;
    }

    public boolean in(String field) {
        return fields.contains(field);
    }
}
