package io.fortyeight.standings;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.tally.TallyRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tally for a spreadsheet. */
@Path("/api/contests/{contest}/export.csv")
@Tag(name = "Reading")
public class ExportResource {

    private static final List<String> HEADER = List.of("campaign", "title", "kind", "platform", "verdict", "count");
    private static final String LINE_END = "\r\n";

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ContestDirectory directory;
    private final VisibleCounts counts;

    ExportResource(ContestDirectory directory, VisibleCounts counts) {
        this.directory = directory;
        this.counts = counts;
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "The tally as CSV (RFC 4180)")
    public Response export(@PathParam("contest") String slug) {
        var contest = directory.known(slug);
        var seen = counts.now(contest);
        var rows = seen.tally().rows();
        var current = directory.find(slug).orElse(contest);
        var csv = Stream.concat(Stream.of(HEADER), rows.stream().map(row -> fields(current, row)))
                .map(fields -> fields.stream().map(ExportResource::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE_END, "", LINE_END));
        return Response.ok(csv)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(slug, seen) + "\"")
                .build();
    }

    /** A file that lacks the hidden time says so wherever it is passed on to. */
    private static String fileName(String slug, VisibleCounts.Counts seen) {
        var hiddenSince = seen.visibility().hiddenSince();
        return slug + (hiddenSince == null ? "" : "-before-" + COMPACT.format(hiddenSince)) + ".csv";
    }

    private static List<String> fields(ContestDetails contest, TallyRow row) {
        var campaign = contest.campaigns().get(row.campaign());
        var platform = row.platform();
        return List.of(
                campaign.slug(),
                campaign.title(),
                row.kind().jsonName(),
                platform == null ? "" : platform.jsonName(),
                row.verdict().jsonName(),
                Long.toString(row.count()));
    }

    /** A field that a spreadsheet would take for a formula gets an apostrophe in front; see OWASP on CSV injection. */
    private static String quoted(String field) {
        var safe = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
