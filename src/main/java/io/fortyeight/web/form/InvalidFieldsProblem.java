package io.fortyeight.web.form;

import io.fortyeight.web.http.Problems;
import io.fortyeight.web.page.Language;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.core.Response.Status;
import java.util.AbstractList;
import java.util.List;

/** 400: these fields are wrong. Programs get the English texts; a form can say them in its reader's language. */
@SuppressWarnings("serial") // Thrown and caught in one request.
final class InvalidFieldsProblem extends HttpValidationProblem {

    private final List<FieldViolation> fields;

    InvalidFieldsProblem(List<FieldViolation> violations) {
        super(Status.BAD_REQUEST.getStatusCode(), Status.BAD_REQUEST.getReasonPhrase(), new InEnglish(violations));
        this.fields = violations;
    }

    List<FieldViolation> fields() {
        return fields;
    }

    /** Written when somebody reads it: most of what forms find wrong never becomes JSON. */
    private static final class InEnglish extends AbstractList<Violation> {

        private final List<FieldViolation> violations;

        InEnglish(List<FieldViolation> violations) {
            this.violations = violations;
        }

        @Override
        public Violation get(int index) {
            var violation = violations.get(index);
            return Problems.inBody(violation.field(), violation.text().in(Language.ENGLISH));
        }

        @Override
        public int size() {
            return violations.size();
        }
    }
}
