package io.fortyeight.site.supporters;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ingest.VisitorResolver;
import io.fortyeight.standings.shares.Nickname;
import io.fortyeight.standings.shares.SharerResults;
import io.fortyeight.standings.shares.SupporterStore;
import io.fortyeight.standings.shares.VisibleShares;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.PageText;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What the reader's own shares brought, and their nickname. Who they are, this page can only tell by network and browser; the
 * campaign's page, whose script gave them an id, sends it along in a form.
 */
@Path("/contests/{contest}/campaigns/{campaign}/yours")
@Produces("text/html;charset=UTF-8")
@SmallBody
public class MySharesPage {

    @CheckedTemplate(basePath = "site/supporters")
    static class Templates {

        private Templates() {}

        static native TemplateInstance yours(PageLayout shell, MySharesView yours);
    }

    private final ContestDirectory directory;
    private final VisitorResolver questions;
    private final SharerResults brought;
    private final SupporterStore store;
    private final VisibleShares shares;
    private final PageLayout shell;

    MySharesPage(
            ContestDirectory directory,
            VisitorResolver questions,
            SharerResults brought,
            SupporterStore store,
            VisibleShares shares,
            PageLayout shell) {
        this.directory = directory;
        this.questions = questions;
        this.brought = brought;
        this.store = store;
        this.shares = shares;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        return answer(slug, campaignSlug, null, null, headers, request);
    }

    /** @param nickname null to change none */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response say(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            @FormParam("visitor") @Nullable String visitor,
            @FormParam("nickname") @Nullable String nickname,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        return answer(slug, campaignSlug, visitor, nickname, headers, request);
    }

    private Response answer(
            String slug,
            String campaignSlug,
            @Nullable String id,
            @Nullable String nickname,
            HttpHeaders headers,
            HttpServerRequest request) {
        var language = Language.of(headers);
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var visitor = questions.about(contest, campaign, id, request);
        var refusal = nickname == null ? null : refusal(contest, visitor, nickname);
        var view =
                view(contest, campaign, visitor, id, nickname, refusal, PageText.in(language, SupporterMessages.class));
        var status = refusal == null ? Status.OK.getStatusCode() : refusal.getStatusCode();
        return Pages.of(status, Templates.yours(shell, view), language);
    }

    /** Null when it is changed. */
    private @Nullable HttpProblem refusal(ContestDetails contest, VisitorKey visitor, String nickname) {
        try {
            store.choose(contest, visitor, Nickname.read(nickname));
            shares.forgetSupporters();
            return null;
        } catch (HttpProblem refused) {
            if (refused.getStatusCode() >= Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
                throw refused;
            }
            return refused;
        }
    }

    private MySharesView view(
            ContestDetails contest,
            CampaignDetails campaign,
            VisitorKey visitor,
            @Nullable String id,
            @Nullable String typed,
            @Nullable HttpProblem refusal,
            PageText<SupporterMessages> words) {
        var told = brought.of(contest, campaign, visitor);
        var known = store.find(contest, visitor);
        var isDecided =
                known.filter(each -> each.isHidden() || each.isRenamed()).isPresent();
        return MySharesView.of(
                contest,
                campaign,
                id,
                told,
                refusal != null && typed != null ? typed : told.nickname(),
                isDecided,
                error(refusal, words),
                typed != null && refusal == null,
                words);
    }

    private static @Nullable String error(@Nullable HttpProblem refusal, PageText<SupporterMessages> words) {
        if (refusal == null) {
            return null;
        }
        return Problems.violations(refusal).isEmpty()
                ? words.messages().nicknameTaken()
                : words.messages().nicknameWrong();
    }
}
