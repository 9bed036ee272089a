package io.fortyeight.site.desk;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestSummary;
import io.fortyeight.ingest.format.ImportFormat;
import io.fortyeight.ingest.imports.Imports;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Past traffic from a file: taken by a plain form, or by the page's script, which shows how far the upload is. */
@Path("/desk/contests/{contest}/imports")
@Produces("text/html;charset=UTF-8")
public class ImportPage {

    private static final int SHOWN = 20;
    private static final String FORMAT = "format";

    private static final FormFields<DeskMessages> FIELDS = FormFields.in(DeskMessages.class)
            .field(FORMAT, DeskMessages::importFormat)
            .field("file", DeskMessages::importChoose, DeskMessages::importChooseHint);

    @CheckedTemplate(basePath = "site/desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance imports(
                PageLayout shell,
                DeskResponses.Reader reader,
                ContestSummary contest,
                List<ImportView> imports,
                Form form);

        static native TemplateInstance imported(PageLayout shell, ContestSummary contest, ImportView report);
    }

    private final ContestDirectory directory;
    private final Imports imports;
    private final Clock clock;
    private final DeskResponses answers;

    ImportPage(ContestDirectory directory, Imports imports, Clock clock, DeskResponses answers) {
        this.directory = directory;
        this.imports = imports;
        this.clock = clock;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response list(@Context HttpHeaders headers, @PathParam("contest") String slug) {
        var contest = directory.find(slug);
        return contest.isEmpty()
                ? answers.missing(headers, slug)
                : DeskResponses.page(headers, list(headers, contest.get(), FIELDS.empty(Language.of(headers))));
    }

    /** A form with the file as its last field, or, as the page's script sends it, the file as the body. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response take(
            @Context HttpHeaders headers,
            @PathParam("contest") String slug,
            @QueryParam("format") @Nullable String format,
            @Nullable InputStream body) {
        var given = body == null ? InputStream.nullInputStream() : body;
        var type = headers.getMediaType();
        return type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                ? form(headers, slug, given)
                : file(slug, format == null ? "" : format, given);
    }

    private Response form(HttpHeaders headers, String slug, InputStream body) {
        var contest = directory.find(slug);
        if (contest.isEmpty()) {
            return answers.missing(headers, slug);
        }
        var typed = new HashMap<String, String>();
        try {
            var id = Upload.receive(headers, body, typed, file -> taken(contest.get(), typed.get(FORMAT), file));
            return Pages.to("/desk/contests/" + slug + "/imports/" + id);
        } catch (HttpProblem problem) {
            var wrong = FIELDS.filled(typed, Language.of(headers)).refused(problem);
            return DeskResponses.page(wrong.status(), headers, list(headers, contest.get(), wrong));
        }
    }

    private Response file(String slug, String format, InputStream body) {
        var id = taken(directory.known(slug), format, body);
        return Pages.at(Response.Status.CREATED, "/desk/contests/" + slug + "/imports/" + id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers, @PathParam("contest") String slug, @PathParam("id") UUID id) {
        var contest = directory.find(slug);
        var report =
                contest.isEmpty() ? null : imports.find(contest.get().id(), id).orElse(null);
        if (contest.isEmpty() || report == null) {
            return answers.missing(headers, slug);
        }
        var head = head(headers, contest.get());
        return DeskResponses.page(
                headers, Templates.imported(answers.shell(), head, ImportView.of(report, head.hidden() != null)));
    }

    private UUID taken(ContestDetails contest, @Nullable String format, InputStream file) {
        var known = ImportFormat.ofJsonName(format == null ? "" : format)
                .orElseThrow(() -> Violations.of(FORMAT, DeskMessages.class, DeskMessages::importNoFormat));
        return imports.take(contest, known, file);
    }

    private TemplateInstance list(HttpHeaders headers, ContestDetails contest, Form form) {
        var head = head(headers, contest);
        var views = new ArrayList<ImportView>();
        for (var id : imports.newest(contest.id(), SHOWN)) {
            imports.find(contest.id(), id).ifPresent(report -> views.add(ImportView.of(report, head.hidden() != null)));
        }
        return Templates.imports(answers.shell(), answers.reader(), head, views, form);
    }

    private ContestSummary head(HttpHeaders headers, ContestDetails contest) {
        return new ContestSummary(contest, clock.instant(), DeskResponses.words(headers));
    }
}
