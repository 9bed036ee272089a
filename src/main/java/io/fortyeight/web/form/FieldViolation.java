package io.fortyeight.web.form;

/**
 * What is wrong with one field.
 *
 * @param field its path in the API
 * @param text as the API says it
 * @param onForms as forms say it
 */
record FieldViolation(String field, Wording text, Wording onForms) {}
