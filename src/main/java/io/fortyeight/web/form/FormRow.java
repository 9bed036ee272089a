package io.fortyeight.web.form;

import io.quarkus.qute.TemplateData;

/**
 * A row of a form's list.
 *
 * @param path for instance {@code costs[2]}
 */
@TemplateData
public record FormRow(Form form, String path) {

    public FormField field(String member) {
        return form.field(path + "." + member);
    }

    /** What is typed there, without blanks around it; empty when nothing is. */
    public String text(String member) {
        return form.value(path + "." + member).strip();
    }
}
