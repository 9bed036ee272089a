package io.fortyeight.account.page;

import io.fortyeight.web.error.FailurePages;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people read when something is not there, or goes wrong. */
@Singleton
class Failures implements FailurePages {

    @CheckedTemplate(basePath = "account/page")
    static class Templates {

        private Templates() {}

        /** @param told what the status alone does not say; null when there is no such thing */
        static native TemplateInstance failure(PageLayout shell, int status, @Nullable String told);
    }

    /** Their details say what is wrong with what was sent; those of others are for programs. */
    private static final Set<Integer> TOLD_IN_DETAIL = Set.of(400, 403, 409, 413);

    private final PageLayout shell;

    Failures(PageLayout shell) {
        this.shell = shell;
    }

    @Override
    public String page(int status, @Nullable String detail, Language language) {
        return Templates.failure(shell, status, TOLD_IN_DETAIL.contains(status) ? detail : null)
                .setLocale(language.locale())
                .render();
    }
}
