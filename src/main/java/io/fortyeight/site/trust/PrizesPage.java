package io.fortyeight.site.trust;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.trust.Faults;
import io.fortyeight.contest.trust.PrizeStore;
import io.fortyeight.contest.trust.Prizes;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.PageText;
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
import java.util.Map;
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

        static native TemplateInstance form(PageLayout shell, PrizeForm form);

        static native TemplateInstance missing(PageLayout shell);
    }

    private static final int CONFLICT = Status.CONFLICT.getStatusCode();

    private final ContestDirectory directory;
    private final PrizeStore store;
    private final Clock clock;
    private final PageLayout shell;
    private final SecurityIdentity caller;

    PrizesPage(ContestDirectory directory, PrizeStore store, Clock clock, PageLayout shell, SecurityIdentity caller) {
        this.directory = directory;
        this.store = store;
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
        var words = PageText.in(Language.of(headers), TrustMessages.class);
        var contest = directory.find(slug);
        return contest.isEmpty()
                ? missing(words)
                : form(
                        Status.OK,
                        contest.get(),
                        null,
                        Map.of(),
                        saved == null ? null : words.messages().formSaved(),
                        words);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @PathParam("contest") String slug, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        var words = PageText.in(Language.of(headers), TrustMessages.class);
        var contest = directory.find(slug);
        if (contest.isEmpty()) {
            return missing(words);
        }
        var typed = PrizeFields.of(sent);
        var faults = new Faults();
        var prizes = Prizes.read(typed.stated(faults), faults);
        if (!faults.isEmpty()) {
            return form(
                    Status.BAD_REQUEST,
                    contest.get(),
                    typed,
                    faults.in(words.messages()),
                    words.messages().formWrong(),
                    words);
        }
        try {
            store.replace(contest.get(), prizes, caller.getPrincipal().getName());
        } catch (HttpProblem refused) {
            if (refused.getStatusCode() != CONFLICT) {
                throw refused;
            }
            return form(Status.CONFLICT, contest.get(), typed, Map.of(), null, words);
        }
        return Pages.to("/desk/contests/" + slug + "/prizes?saved=1");
    }

    /** @param typed null for what is stated */
    private Response form(
            Status status,
            ContestDetails contest,
            @Nullable PrizeFields typed,
            Map<String, String> errors,
            @Nullable String notice,
            PageText<TrustMessages> words) {
        var prizes = store.of(contest);
        var shown = PrizeForm.of(
                contest,
                prizes,
                isFixed(contest, prizes),
                typed == null ? PrizeFields.of(prizes) : typed,
                errors,
                notice,
                words);
        return Pages.of(status, Templates.form(shell, shown), words.language());
    }

    /** As {@link PrizeStore#replace} decides it under its lock. */
    private boolean isFixed(ContestDetails contest, Prizes prizes) {
        return contest.past()
                ? contest.storedState() != ContestState.OPEN || !prizes.prizes().isEmpty()
                : contest.stateAt(clock.instant()) != ContestState.SCHEDULED;
    }

    private Response missing(PageText<TrustMessages> words) {
        return Pages.of(Status.NOT_FOUND, Templates.missing(shell), words.language());
    }
}
