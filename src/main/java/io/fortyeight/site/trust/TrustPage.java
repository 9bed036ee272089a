package io.fortyeight.site.trust;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.linkcheck.LinkPolicy;
import io.fortyeight.contest.trust.Faults;
import io.fortyeight.contest.trust.TrustCardVersion;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.contest.trust.TrustReader;
import io.fortyeight.contest.trust.TrustStore;
import io.fortyeight.standings.Leaderboards;
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
import java.util.List;
import java.util.Map;
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

        static native TemplateInstance form(PageLayout shell, TrustForm form);

        static native TemplateInstance missing(PageLayout shell);
    }

    private static final int CONFLICT = Status.CONFLICT.getStatusCode();

    private final ContestDirectory directory;
    private final TrustStore store;
    private final TrustCards cards;
    private final LinkPolicy policy;
    private final Leaderboards leaderboards;
    private final PageLayout shell;
    private final SecurityIdentity caller;

    TrustPage(
            ContestDirectory directory,
            TrustStore store,
            TrustCards cards,
            LinkPolicy policy,
            Leaderboards leaderboards,
            PageLayout shell,
            SecurityIdentity caller) {
        this.directory = directory;
        this.store = store;
        this.cards = cards;
        this.policy = policy;
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
        var typed =
                TrustFields.of(store.current(place.contest(), place.campaign()).orElse(null));
        var notice = saved == null
                ? null
                : PageText.in(language, TrustMessages.class).messages().formSaved();
        return form(Status.OK, place, typed, Map.of(), notice, true, language);
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
        var words = PageText.in(language, TrustMessages.class).messages();
        var typed = TrustFields.of(sent);
        var faults = new Faults();
        var card = new TrustReader(policy, faults).read(typed.stated(faults));
        if (!faults.isEmpty()) {
            return form(Status.BAD_REQUEST, place, typed, faults.in(words), words.formWrong(), false, language);
        }
        try {
            store.replace(
                    place.contest(),
                    place.campaign(),
                    card,
                    caller.getPrincipal().getName(),
                    typed.version());
        } catch (HttpProblem refused) {
            if (refused.getStatusCode() != CONFLICT) {
                throw refused;
            }
            var isOld = version(place) != typed.version();
            return form(
                    Status.CONFLICT,
                    place,
                    typed,
                    Map.of(),
                    isOld ? words.formConflict() : words.formMustStay(),
                    false,
                    language);
        }
        return Pages.to("/desk/contests/" + slug + "/campaigns/" + campaignSlug + "/trust?saved=1");
    }

    private @Nullable Place find(String slug, String campaignSlug) {
        return directory
                .find(slug)
                .flatMap(contest -> contest.campaign(campaignSlug).map(campaign -> new Place(contest, campaign)))
                .orElse(null);
    }

    private int version(Place place) {
        return store.current(place.contest(), place.campaign())
                .map(TrustCardVersion::version)
                .orElse(0);
    }

    private Response form(
            Status status,
            Place place,
            TrustFields typed,
            Map<String, String> errors,
            @Nullable String notice,
            boolean isGood,
            Language language) {
        var contest = place.contest();
        var campaign = place.campaign();
        var missing = store.current(contest, campaign)
                .map(current -> current.card().missing())
                .orElse(List.of("registeredNumber", "registry", "contact", "donationUrl", "costs"));
        var form = TrustForm.of(
                contest,
                campaign,
                typed,
                errors,
                notice,
                isGood,
                missing,
                cards.of(contest, campaign, leaderboards.now(contest), language),
                PageText.in(language, TrustMessages.class).messages());
        return Pages.of(status, Templates.form(shell, form), language);
    }
}
