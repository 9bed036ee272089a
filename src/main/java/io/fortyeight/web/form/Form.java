package io.fortyeight.web.form;

import io.fortyeight.web.http.Problems;
import io.fortyeight.web.page.Language;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A form as a page shows it: its fields, what was typed into them, and what is wrong with that, in the reader's language. */
@TemplateData
public final class Form {

    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,20})?");
    private static final String ENGLISH = Language.ENGLISH.tag();

    private final FormFields<?> fields;
    private final Map<String, String> typed;
    private final Language language;
    private final int status;
    private final @Nullable FormError notice;
    private final Map<String, FormError> errors;

    Form(FormFields<?> fields, Map<String, String> typed, Language language) {
        this(fields, typed, language, OK, null, Map.of());
    }

    private Form(
            FormFields<?> fields,
            Map<String, String> typed,
            Language language,
            int status,
            @Nullable FormError notice,
            Map<String, FormError> errors) {
        this.fields = fields;
        this.typed = typed;
        this.language = language;
        this.status = status;
        this.notice = notice;
        this.errors = errors;
    }

    /** What a browser sent, field by field; of several values the first. Rows are for the page to number, not for the sender. */
    public static Map<String, String> typed(MultivaluedMap<String, String> sent) {
        var typed = new HashMap<String, String>();
        sent.forEach((field, values) -> {
            if (!field.contains("[")) {
                typed.put(field, values.isEmpty() ? "" : values.get(0));
            }
        });
        return typed;
    }

    /**
     * The same, with what is wrong with it.
     *
     * @throws HttpProblem the problem itself, when it is the server's and not the form's
     */
    public Form refused(HttpProblem problem) {
        if (problem.getStatusCode() >= SERVER_ERROR) {
            throw problem;
        }
        var wrong = new LinkedHashMap<String, FormError>();
        if (problem instanceof InvalidFieldsProblem invalid) {
            invalid.fields()
                    .forEach(each ->
                            wrong.computeIfAbsent(key(each.field()), key -> error(each.field(), text(each), null)));
        } else {
            Problems.violations(problem)
                    .forEach(each ->
                            wrong.computeIfAbsent(key(each.field), key -> error(each.field, each.message, ENGLISH)));
        }
        return new Form(
                fields,
                typed,
                language,
                problem.getStatusCode(),
                wrong.isEmpty() ? notice(problem, language) : null,
                wrong);
    }

    /** What a problem that is about no field says. */
    public static FormError notice(HttpProblem problem, Language language) {
        return problem instanceof WordedProblem worded
                ? new FormError(null, worded.onForms().in(language), null)
                : new FormError(null, Objects.requireNonNullElse(problem.getDetail(), problem.getTitle()), ENGLISH);
    }

    /** Of each field, and of each item of a list, only the first is said. */
    private String key(String path) {
        return path.endsWith("]") ? path : Objects.requireNonNullElse(fields.nameOf(path), path);
    }

    private String text(FieldViolation violation) {
        var amount = typed.get(violation.field() + SpanField.AMOUNT);
        return amount == null
                        || amount.isBlank()
                        || NUMBER.matcher(amount.strip()).matches()
                ? violation.onForms().in(language)
                : language.messages(ViolationMessages.class).noNumber();
    }

    private FormError error(String path, String text, @Nullable String lang) {
        var name = fields.nameOf(path);
        var sentence = language.messages(ViolationMessages.class).sentence(fields.fullLabel(path, language), text);
        return new FormError(name == null ? null : FormField.id(name), sentence, lang);
    }

    public FormField field(String name) {
        var id = FormField.id(name);
        return new FormField(
                name,
                fields.label(name, language),
                fields.hint(name, language),
                typed.getOrDefault(name, value(name + SpanField.AMOUNT)),
                value(name + SpanField.UNIT),
                errors.values().stream().filter(error -> id.equals(error.id())).toList());
    }

    /** The first rows of a list. */
    public List<FormPart> rows(String list, int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> new FormPart(this, list + "[" + index + "]"))
                .toList();
    }

    /** The rows up to the last one in which something was typed. */
    public List<FormPart> rows(String list) {
        var typedRows = typed.keySet().stream()
                .filter(name -> name.startsWith(list + "["))
                .mapToInt(name -> Integer.parseInt(name.substring(list.length() + 1, name.indexOf(']'))) + 1)
                .max();
        return rows(list, typedRows.orElse(0));
    }

    /** What stands in a field; empty when nothing does. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Whether a box is ticked. */
    public boolean has(String name) {
        return typed.containsKey(name);
    }

    /** Whether {@code value} is the one that is chosen. */
    public boolean is(String name, Object value) {
        return value.toString().equals(typed.get(name));
    }

    /** What was typed, without blanks around it; null when nothing was. */
    public @Nullable String text(String name) {
        var text = value(name).strip();
        return text.isEmpty() ? null : text;
    }

    /** A number; what is none goes to the violations. */
    public @Nullable BigDecimal number(String name, Violations violations) {
        var number = value(name).strip();
        // No exponents: the text is all there is of the number, so it is bounded by the body.
        if (NUMBER.matcher(number).matches()) {
            return new BigDecimal(number);
        }
        if (!number.isEmpty()) {
            violations.add(name, ViolationMessages::noNumber);
        }
        return null;
    }

    /** A duration in ISO-8601, or near enough for the API to say what is wrong; null when nothing was typed. */
    public @Nullable String span(String name) {
        return SpanField.text(typed, name);
    }

    public Map<String, String> typed() {
        return typed;
    }

    public Language language() {
        return language;
    }

    /** To answer with. */
    public int status() {
        return status;
    }

    public boolean isWrong() {
        return status != OK;
    }

    /** About the form as a whole; null when only fields are wrong. */
    public @Nullable FormError notice() {
        return notice;
    }

    /** About fields, in the order in which they were found. */
    public List<FormError> errors() {
        return List.copyOf(errors.values());
    }
}
