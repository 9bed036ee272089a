package io.fortyeight.desk;

import io.fortyeight.account.Roles;
import io.fortyeight.leaderboard.Shell;
import io.fortyeight.web.Language;
import io.fortyeight.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** What the desk's pages have in common: their language, who reads them, and how they answer. */
@Singleton
class DeskAnswers {

    @CheckedTemplate(basePath = "desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance missing(Shell shell, String slug);

        static native TemplateInstance refused(Shell shell, String slug, String detail);
    }

    private final Shell shell;
    private final SecurityIdentity caller;

    DeskAnswers(Shell shell, SecurityIdentity caller) {
        this.shell = shell;
        this.caller = caller;
    }

    Shell shell() {
        return shell;
    }

    /** Who may do what; pages leave out what their reader may not do. */
    Reader reader() {
        return new Reader(caller.hasRole(Roles.ORGANIZER), caller.hasRole(Roles.OPS));
    }

    /**
     * Whoever looks at a page.
     *
     * @param organizes may change contests
     * @param operates may close and rehearse
     */
    record Reader(boolean organizes, boolean operates) {}

    String callerName() {
        return caller.getPrincipal().getName();
    }

    static Words words(HttpHeaders headers) {
        return Words.of(Language.of(headers));
    }

    static Response page(HttpHeaders headers, TemplateInstance page) {
        return Pages.ok(page, Language.of(headers));
    }

    static Response page(int status, HttpHeaders headers, TemplateInstance page) {
        return Pages.of(status, page, Language.of(headers));
    }

    Response missing(HttpHeaders headers, String slug) {
        return page(Status.NOT_FOUND.getStatusCode(), headers, Templates.missing(shell, slug));
    }

    /** An act that can't be, in the API's words. */
    Response refused(HttpHeaders headers, String slug, FormErrors errors) {
        return page(errors.status(), headers, Templates.refused(shell, slug, errors.words()));
    }
}
