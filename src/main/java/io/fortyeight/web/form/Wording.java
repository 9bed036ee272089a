package io.fortyeight.web.form;

import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.LocaleFormat;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A text that is chosen now and written later, in the language of whoever reads it. */
@FunctionalInterface
public interface Wording {

    String in(Language language);

    static <B> Wording of(Class<B> bundle, Function<B, String> text) {
        return language -> text.apply(language.messages(bundle));
    }

    /** With spans or numbers in it, as that language writes them. */
    static <B> Wording of(Class<B> bundle, BiFunction<B, LocaleFormat, String> text) {
        return language -> text.apply(language.messages(bundle), LocaleFormat.in(language));
    }
}
