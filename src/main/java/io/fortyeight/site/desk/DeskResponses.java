package io.fortyeight.site.desk;

import io.fortyeight.account.user.Roles;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormError;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.PageText;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** What the desk's pages have in common: their language, who reads them, and how they answer. */
@Singleton
public class DeskResponses {

    @CheckedTemplate(basePath = "site/desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance missing(PageLayout shell, String slug);

        static native TemplateInstance refused(PageLayout shell, String slug, FormError problem);
    }

    private final PageLayout shell;
    private final SecurityIdentity caller;

    DeskResponses(PageLayout shell, SecurityIdentity caller) {
        this.shell = shell;
        this.caller = caller;
    }

    public PageLayout shell() {
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

    public static PageText<DeskMessages> words(HttpHeaders headers) {
        return PageText.in(Language.of(headers), DeskMessages.class);
    }

    public static Response page(HttpHeaders headers, TemplateInstance page) {
        return Pages.ok(page, Language.of(headers));
    }

    public static Response page(int status, HttpHeaders headers, TemplateInstance page) {
        return Pages.of(status, page, Language.of(headers));
    }

    public Response missing(HttpHeaders headers, String slug) {
        return page(Status.NOT_FOUND.getStatusCode(), headers, Templates.missing(shell, slug));
    }

    /** What came in the way of an act that has no form. */
    Response refused(HttpHeaders headers, String slug, HttpProblem problem) {
        var notice = Form.notice(problem, Language.of(headers));
        return page(problem.getStatusCode(), headers, Templates.refused(shell, slug, notice));
    }
}
