package io.fortyeight.site.desk;

import io.fortyeight.web.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the API's own rules found wrong with a form, in their words, field by field. */
@TemplateData
final class FormErrors {

    private static final int BAD_REQUEST = 400;

    private final int status;
    private final @Nullable String detail;
    private final Map<String, List<String>> byField;

    private FormErrors(int status, @Nullable String detail, Map<String, List<String>> byField) {
        this.status = status;
        this.detail = detail;
        this.byField = byField;
    }

    static FormErrors none() {
        return new FormErrors(BAD_REQUEST, null, Map.of());
    }

    static FormErrors of(HttpProblem problem) {
        var byField = new LinkedHashMap<String, List<String>>();
        for (var violation : Problems.violations(problem)) {
            byField.computeIfAbsent(violation.field, field -> new ArrayList<>()).add(violation.message);
        }
        return new FormErrors(problem.getStatusCode(), byField.isEmpty() ? problem.getDetail() : null, byField);
    }

    int status() {
        return status;
    }

    /** About the form as a whole; null when only fields are wrong. */
    public @Nullable String getDetail() {
        return detail;
    }

    public boolean isEmpty() {
        return detail == null && byField.isEmpty();
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    public List<String> of(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** All of it, where there is no form to show it in. */
    String words() {
        return detail == null
                ? byField.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + String.join("; ", entry.getValue()))
                        .collect(Collectors.joining("; "))
                : detail;
    }

    /** The wrong fields, in the order in which they were found. */
    public List<String> getFields() {
        return List.copyOf(byField.keySet());
    }
}
