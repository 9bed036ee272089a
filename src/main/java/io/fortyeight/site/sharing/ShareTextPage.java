package io.fortyeight.site.sharing;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.site.sharing.ShareTextForm.Typed;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where organizers write what shares say, by a plain form. */
@Path("/desk/contests/{contest}/campaigns/{campaign}/share-text")
@Produces("text/html;charset=UTF-8")
@RolesAllowed(Roles.ORGANIZER)
@SmallBody
public class ShareTextPage {

    @CheckedTemplate(basePath = "site/sharing")
    static class Templates {

        private Templates() {}

        static native TemplateInstance form(PageLayout shell, ShareTextForm form);
    }

    private final ContestDirectory directory;
    private final ShareTexts texts;
    private final PageLayout shell;

    ShareTextPage(ContestDirectory directory, ShareTexts texts, PageLayout shell) {
        this.directory = directory;
        this.texts = texts;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            @QueryParam("saved") @Nullable String saved,
            @Context HttpHeaders headers) {
        var language = Language.of(headers);
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var own = texts.own(contest, campaign);
        var typed = byLanguage(each -> Typed.of(own.getOrDefault(each, OwnShareText.NONE)));
        var notice =
                saved == null ? null : language.messages(ShareMessages.class).saved();
        return Pages.ok(
                Templates.form(shell, ShareTextForm.of(contest, campaign, typed, Map.of(), notice, language)),
                language);
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
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var typed = byLanguage(each -> Typed.of(each, sent));
        var reader = new ShareTextReader();
        var read = reader.read(stated(typed));
        var language = Language.of(headers);
        var faults = reader.faults(language);
        if (!faults.isEmpty()) {
            var notice = language.messages(ShareMessages.class).wrong();
            var form = ShareTextForm.of(contest, campaign, typed, faults, notice, language);
            return Pages.of(Status.BAD_REQUEST, Templates.form(shell, form), language);
        }
        texts.replace(contest, campaign, read);
        texts.forget(contest, campaign);
        return Pages.to("/desk/contests/" + slug + "/campaigns/" + campaignSlug + "/share-text?saved=1");
    }

    private static Map<String, @Nullable NewShareText> stated(Map<Language, Typed> typed) {
        return typed.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().tag(), each -> each.getValue().stated()));
    }

    private static Map<Language, Typed> byLanguage(Function<Language, Typed> typed) {
        var all = new EnumMap<Language, Typed>(Language.class);
        for (var language : Language.values()) {
            all.put(language, typed.apply(language));
        }
        return all;
    }
}
