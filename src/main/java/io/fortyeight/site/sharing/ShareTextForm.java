package io.fortyeight.site.sharing;

import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.Wording;
import io.fortyeight.web.page.CommonMessages;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.LocaleFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form in which an organizer writes what shares say, in each language. */
final class ShareTextForm {

    private static final String TITLE = ".title";
    private static final String TEXT = ".text";
    private static final String HASHTAGS = ".hashtags";

    private static final FormFields<ShareMessages> FIELDS = fields();

    private ShareTextForm() {}

    private static FormFields<ShareMessages> fields() {
        var fields = FormFields.in(ShareMessages.class);
        for (var each : Language.values()) {
            Wording name = reader -> LocaleFormat.in(reader).name(each);
            fields.within(name)
                    .worded(
                            each.tag() + TITLE,
                            Wording.of(CommonMessages.class, CommonMessages::title),
                            reader -> reader.messages(ShareMessages.class).titleHint(ShareTextReader.MAX_OF_TITLE))
                    .field(
                            each.tag() + TEXT,
                            ShareMessages::text,
                            messages -> messages.textHint(ShareTextReader.MAX_OF_TEXT))
                    .field(
                            each.tag() + HASHTAGS,
                            ShareMessages::hashtags,
                            messages -> messages.hashtagsHint(ShareTextReader.MAX_HASHTAGS));
        }
        return fields;
    }

    static Form of(Map<Language, OwnShareText> own, Language reader) {
        var typed = new HashMap<String, String>();
        own.forEach((language, text) -> {
            typed.put(language.tag() + TITLE, Objects.requireNonNullElse(text.title(), ""));
            typed.put(language.tag() + TEXT, Objects.requireNonNullElse(text.text(), ""));
            typed.put(
                    language.tag() + HASHTAGS,
                    text.hashtags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" ")));
        });
        return posted(typed, reader);
    }

    static Form posted(Map<String, String> typed, Language reader) {
        return FIELDS.filled(typed, reader);
    }

    /** By the tags of the languages. */
    static Map<String, @Nullable NewShareText> stated(Form form) {
        var stated = new HashMap<String, @Nullable NewShareText>();
        for (var language : Language.values()) {
            stated.put(language.tag(), stated(form, language.tag()));
        }
        return stated;
    }

    /** An empty field is one that is not given; people may write hashtags as they know them. */
    private static NewShareText stated(Form form, String tag) {
        return new NewShareText(
                form.text(tag + TITLE),
                form.text(tag + TEXT),
                Arrays.stream(form.value(tag + HASHTAGS).split("[\\s,]+"))
                        .map(hashtag -> hashtag.startsWith("#") ? hashtag.substring(1) : hashtag)
                        .filter(hashtag -> !hashtag.isEmpty())
                        .<@Nullable String>map(hashtag -> hashtag)
                        .toList());
    }
}
