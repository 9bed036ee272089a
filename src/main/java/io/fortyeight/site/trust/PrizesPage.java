package io.fortyeight.site.trust;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.trust.PrizeStore;
import io.fortyeight.contest.trust.Prizes;
import io.fortyeight.contest.trust.TrustService;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormPart;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.LocaleFormat;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where organizers state the prizes, by a plain form, until the window opens. */
@Path("/desk/contests/{contest}/prizes")
@Produces("text/html;charset=UTF-8")
@RolesAllowed(Roles.ORGANIZER)
@SmallBody
public class PrizesPage {

    @CheckedTemplate(basePath = "site/trust/prizes")
    static class Templates {

        private Templates() {}

        static native TemplateInstance form(
                PageLayout shell,
                ContestDetails contest,
                Form form,
                List<FormPart> rows,
                boolean isSaved,
                boolean isFixed,
                List<Stated> stated);

        static native TemplateInstance missing(PageLayout shell);
    }

    /** A prize, as everybody reads it. */
    record Stated(String place, String amount) {}

    private final ContestDirectory directory;
    private final PrizeStore store;
    private final TrustService trust;
    private final Clock clock;
    private final PageLayout shell;
    private final SecurityIdentity caller;

    PrizesPage(
            ContestDirectory directory,
            PrizeStore store,
            TrustService trust,
            Clock clock,
            PageLayout shell,
            SecurityIdentity caller) {
        this.directory = directory;
        this.store = store;
        this.trust = trust;
        this.clock = clock;
        this.shell = shell;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("contest") String slug,
            @QueryParam("saved") @Nullable String saved,
            @Context HttpHeaders headers) {
        var language = Language.of(headers);
        var contest = directory.find(slug);
        return contest.isEmpty()
                ? missing(language)
                : page(contest.get(), PrizeForm.of(store.of(contest.get()), language), saved != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @PathParam("contest") String slug, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        var language = Language.of(headers);
        var contest = directory.find(slug);
        if (contest.isEmpty()) {
            return missing(language);
        }
        var form = PrizeForm.posted(sent, language);
        var violations = new Violations();
        var stated = PrizeForm.stated(form, violations);
        try {
            trust.prizes(contest.get(), stated, caller.getPrincipal().getName(), violations);
        } catch (HttpProblem problem) {
            return page(contest.get(), form.refused(problem), false);
        }
        return Pages.to("/desk/contests/" + slug + "/prizes?saved=1");
    }

    private Response page(ContestDetails contest, Form form, boolean isSaved) {
        var prizes = store.of(contest);
        var format = LocaleFormat.in(form.language());
        var stated = prizes.prizes().stream()
                .map(prize -> {
                    var money = prizes.money(prize);
                    return new Stated(format.ordinal(prize.place()), format.money(money.amount(), money.currency()));
                })
                .toList();
        var page = Templates.form(shell, contest, form, form.rows("prizes"), isSaved, isFixed(contest, prizes), stated);
        return Pages.of(form.status(), page, form.language());
    }

    /** As {@link PrizeStore#replace} decides it under its lock. */
    private boolean isFixed(ContestDetails contest, Prizes prizes) {
        return contest.past()
                ? contest.storedState() != ContestState.OPEN || !prizes.prizes().isEmpty()
                : contest.stateAt(clock.instant()) != ContestState.SCHEDULED;
    }

    private Response missing(Language language) {
        return Pages.of(Status.NOT_FOUND, Templates.missing(shell), language);
    }
}
