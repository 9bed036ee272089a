package io.fortyeight.site.trust;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.trust.TrustService;
import io.fortyeight.contest.trust.TrustStore;
import io.fortyeight.standings.Leaderboards;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormPart;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
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
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where organizers write a campaign's trust card, by a plain form. */
@Path("/desk/contests/{contest}/campaigns/{campaign}/trust")
@Produces("text/html;charset=UTF-8")
@RolesAllowed(Roles.ORGANIZER)
@SmallBody
public class TrustPage {

    @CheckedTemplate(basePath = "site/trust")
    static class Templates {

        private Templates() {}

        static native TemplateInstance form(
                PageLayout shell,
                ContestDetails contest,
                CampaignDetails campaign,
                Form form,
                List<FormPart> costs,
                boolean isSaved,
                @Nullable String lacks,
                TrustView preview);

        static native TemplateInstance missing(PageLayout shell);
    }

    private final ContestDirectory directory;
    private final TrustStore store;
    private final TrustService trust;
    private final TrustCards cards;
    private final Leaderboards leaderboards;
    private final PageLayout shell;
    private final SecurityIdentity caller;

    TrustPage(
            ContestDirectory directory,
            TrustStore store,
            TrustService trust,
            TrustCards cards,
            Leaderboards leaderboards,
            PageLayout shell,
            SecurityIdentity caller) {
        this.directory = directory;
        this.store = store;
        this.cards = cards;
        this.trust = trust;
        this.leaderboards = leaderboards;
        this.shell = shell;
        this.caller = caller;
    }

    private record Place(ContestDetails contest, CampaignDetails campaign) {}

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            @QueryParam("saved") @Nullable String saved,
            @Context HttpHeaders headers) {
        var language = Language.of(headers);
        var place = find(slug, campaignSlug);
        if (place == null) {
            return Pages.of(Status.NOT_FOUND, Templates.missing(shell), language);
        }
        var current = store.current(place.contest(), place.campaign()).orElse(null);
        return page(place, TrustForm.of(current, language), saved != null);
    }

    /** Sent on to the page itself, so that loading it again sends nothing twice. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            MultivaluedMap<String, String> sent,
            @Context HttpHeaders headers) {
        var language = Language.of(headers);
        var place = find(slug, campaignSlug);
        if (place == null) {
            return Pages.of(Status.NOT_FOUND, Templates.missing(shell), language);
        }
        var form = TrustForm.posted(sent, language);
        var violations = new Violations();
        var stated = TrustForm.stated(form, violations);
        var by = caller.getPrincipal().getName();
        try {
            trust.card(place.contest(), place.campaign(), stated, by, TrustForm.version(form), violations);
        } catch (HttpProblem problem) {
            return page(place, form.refused(problem), false);
        }
        return Pages.to("/desk/contests/" + slug + "/campaigns/" + campaignSlug + "/trust?saved=1");
    }

    private @Nullable Place find(String slug, String campaignSlug) {
        return directory
                .find(slug)
                .flatMap(contest -> contest.campaign(campaignSlug).map(campaign -> new Place(contest, campaign)))
                .orElse(null);
    }

    private Response page(Place place, Form form, boolean isSaved) {
        var contest = place.contest();
        var campaign = place.campaign();
        var language = form.language();
        var missing = store.current(contest, campaign)
                .map(current -> current.card().missing())
                .orElse(List.of("registeredNumber", "registry", "contact", "donationUrl", "costs"));
        var lacks = missing.stream()
                .map(field -> form.field(field.equals("registry") ? "registry.name" : field)
                        .label())
                .collect(Collectors.joining(", "));
        var page = Templates.form(
                shell,
                contest,
                campaign,
                form,
                TrustForm.costs(form),
                isSaved,
                missing.isEmpty() ? null : lacks,
                cards.of(contest, campaign, leaderboards.now(contest), language));
        return Pages.of(form.status(), page, language);
    }
}
