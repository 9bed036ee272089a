package io.fortyeight.web.form;

import io.quarkus.qute.TemplateData;

/**
 * Fields of a form whose names begin alike: a row of a list, for instance.
 *
 * @param path for instance {@code costs[2]}
 */
@TemplateData
public record FormPart(Form form, String path) {

    public FormField field(String member) {
        return form.field(path + "." + member);
    }

    /** What is typed there, without blanks around it; empty when nothing is. */
    public String text(String member) {
        return form.value(path + "." + member).strip();
    }
}
