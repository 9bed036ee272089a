package io.fortyeight.web.page;

/**
 * What a page says in one language: the texts of its own bundle beside those that all share.
 *
 * @param <M> the bundle
 */
public final class PageText<M> extends LocaleFormat {

    private final M messages;

    private PageText(Language language, Class<M> bundle) {
        super(language);
        this.messages = language.messages(bundle);
    }

    public static <M> PageText<M> in(Language language, Class<M> bundle) {
        return new PageText<>(language, bundle);
    }

    public M messages() {
        return messages;
    }
}
