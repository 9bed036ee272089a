package io.fortyeight.site.supporters;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ingest.VisitorResolver;
import io.fortyeight.standings.shares.Nickname;
import io.fortyeight.standings.shares.SharerResults;
import io.fortyeight.standings.shares.SupporterStore;
import io.fortyeight.standings.shares.VisibleShares;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
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
import java.util.Map;
import java.util.Objects;
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

        static native TemplateInstance yours(PageLayout shell, MySharesView yours, Form form);
    }

    private static final String NICKNAME = "nickname";
    private static final FormFields<SupporterMessages> FIELDS = FormFields.in(SupporterMessages.class)
            .field(NICKNAME, SupporterMessages::nickname, SupporterMessages::nicknameHint);

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
        var isSaved = false;
        @Nullable HttpProblem refusal = null;
        if (nickname != null) {
            try {
                store.choose(contest, visitor, Nickname.read(nickname));
                shares.forgetSupporters();
                isSaved = true;
            } catch (HttpProblem problem) {
                refusal = problem;
            }
        }
        var told = brought.of(contest, campaign, visitor);
        var kept = Objects.requireNonNullElse(told.nickname(), "");
        var form = refusal == null || nickname == null
                ? FIELDS.filled(Map.of(NICKNAME, kept), language)
                : FIELDS.filled(Map.of(NICKNAME, nickname), language).refused(refusal);
        var isDecided = store.find(contest, visitor)
                .filter(each -> each.isHidden() || each.isRenamed())
                .isPresent();
        var words = PageText.in(language, SupporterMessages.class);
        var view = MySharesView.of(contest, campaign, id, told, isDecided, isSaved, words);
        return Pages.of(form.status(), Templates.yours(shell, view, form), language);
    }
}
