package io.fortyeight.account.audit;

import io.fortyeight.account.user.Actor;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a part of the log. */
@Singleton
class AuditPages {

    private static final int LINES = 50;

    @CheckedTemplate(basePath = "account/audit")
    static class Templates {

        private Templates() {}

        static native TemplateInstance audit(PageLayout shell, AuditView view);
    }

    /**
     * What is shown.
     *
     * @param contest empty for all
     * @param earlier the query of the next page; null on the last
     */
    record AuditView(
            Actor actor,
            String contest,
            List<Line> lines,
            @Nullable String earlier) {}

    /** An entry as a line of the table. */
    record Line(AuditEntry entry) {

        private static final int DATE_END = 10;
        private static final int TIME_END = 19;

        public String iso() {
            return Instants.text(entry.at());
        }

        public String date() {
            return iso().substring(0, DATE_END);
        }

        public String time() {
            return iso().substring(DATE_END + 1, TIME_END);
        }

        public boolean isToken() {
            return entry.kind().equals("token");
        }

        public boolean isNobody() {
            return entry.kind().equals("nobody");
        }

        public boolean isOrganizations() {
            return entry.kind().equals("organization");
        }

        public String outcome() {
            var status = entry.status();
            if (status == null) {
                return "unknown";
            }
            if (status < 400) {
                return "done";
            }
            return status < 500 ? "refused" : "failed";
        }
    }

    private final AuditLog log;
    private final PageLayout shell;
    private final SecurityIdentity caller;

    AuditPages(AuditLog log, PageLayout shell, SecurityIdentity caller) {
        this.log = log;
        this.shell = shell;
        this.caller = caller;
    }

    /**
     * @param contest null for all
     * @param before null for the latest
     */
    Response page(@Nullable String contest, @Nullable Long before, HttpHeaders reader) {
        var found = log.read(contest, before == null ? Long.MAX_VALUE : before, LINES + 1);
        var lines = found.stream().limit(LINES).map(Line::new).toList();
        var earlier = found.size() <= LINES
                ? null
                : "?before=" + lines.get(LINES - 1).entry().id();
        var view = new AuditView(Actor.of(caller).orElseThrow(), contest == null ? "" : contest, lines, earlier);
        return Pages.of(Status.OK, Templates.audit(shell, view), reader);
    }
}
