package io.fortyeight.standings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ledger.read.TallyReader.PartitionEnd;
import io.fortyeight.ledger.store.LedgerEntry;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.http.Problems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger for everyone to check: one JSON object a line, in order, streamed. */
@Path("/api/contests/{contest}/ledger")
@Tag(name = "Reading")
public class LedgerResource {

    private static final String NDJSON = "application/x-ndjson";

    /** Each stream holds a thread for as long as its reader takes. */
    private static final int MAX_STREAMS = 8;

    private static final long RETRY_AFTER_SECONDS = 10;
    private static final HexFormat HEX = HexFormat.of();

    private final ContestDirectory directory;
    private final VisibleCounts counts;
    private final JsonFactory json = new JsonFactory();
    private final Semaphore streams = new Semaphore(MAX_STREAMS);

    LedgerResource(ContestDirectory directory, VisibleCounts counts) {
        this.directory = directory;
        this.counts = counts;
    }

    @GET
    @Produces(NDJSON)
    @Operation(
            summary = "The ledger",
            description =
                    "Up to what is committed when the request comes, and not hidden; partition and from (a sequence) "
                            + "narrow it")
    public StreamingOutput ledger(
            @PathParam("contest") String slug,
            @QueryParam("partition") @Nullable String partition,
            @QueryParam("from") @Nullable String from) {
        var contest = directory.known(slug);
        var first = from == null ? 1 : number("from", from, 1);
        var only = partition == null ? null : number("partition", partition, 0);
        var ends = counts.ends(contest).stream()
                .filter(end -> only == null || end.number() == only)
                .toList();
        if (ends.isEmpty()) {
            throw Problems.notFound("This contest's ledger has no such partition");
        }
        if (!streams.tryAcquire()) {
            throw Problems.unavailable("Too many ledgers are being read at once", RETRY_AFTER_SECONDS);
        }
        return output -> {
            try {
                write(contest, ends, first, output);
            } finally {
                streams.release();
            }
        };
    }

    private static long number(String parameter, String text, long least) {
        try {
            var number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // Said below, as of one that is too small.
        }
        throw Problems.invalidQuery(parameter, "must be a whole number, " + least + " or more");
    }

    private void write(ContestDetails contest, List<PartitionEnd> ends, long first, OutputStream output)
            throws IOException {
        try (var generator = json.createGenerator(output)) {
            generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (var end : ends) {
                counts.readWithCredit(end, first, (entry, credited) -> {
                    try {
                        write(contest, end, entry, credited, generator);
                    } catch (IOException readerGone) {
                        throw new UncheckedIOException(readerGone);
                    }
                });
            }
            if (generator.getOutputContext().getEntryCount() > 0) {
                generator.writeRaw('\n');
            }
        } catch (UncheckedIOException readerGone) {
            throw readerGone.getCause();
        }
    }

    private static void write(
            ContestDetails contest,
            PartitionEnd end,
            LedgerEntry entry,
            @Nullable String credited,
            JsonGenerator generator)
            throws IOException {
        var ping = entry.ping();
        var item = ping.item();
        generator.writeStartObject();
        generator.writeNumberField("partition", end.number());
        generator.writeNumberField("sequence", entry.sequence());
        generator.writeStringField("receivedAt", Instants.text(Instant.ofEpochMilli(ping.receivedAtMillis())));
        generator.writeStringField(
                "campaign", contest.campaigns().get(item.campaign()).slug());
        generator.writeStringField("kind", item.kind().jsonName());
        if (item.platform() != null) {
            generator.writeStringField("platform", item.platform().jsonName());
        }
        generator.writeStringField(
                "visitor",
                HEX.toHexDigits(ping.visitor().high())
                        + HEX.toHexDigits(ping.visitor().low()));
        if (ping.network() != null) {
            generator.writeStringField("network", HEX.toHexDigits(ping.network().value()));
        }
        generator.writeStringField("verdict", entry.verdict().jsonName());
        if (entry.verdict() == Verdict.FREEZES) {
            generator.writeBooleanField("freezeBegins", true);
        }
        UUID importId = end.importId();
        if (importId != null) {
            generator.writeStringField("import", importId.toString());
        }
        if (entry.via() != null) {
            generator.writeStringField("via", entry.via());
        }
        if (credited != null) {
            generator.writeStringField("credited", credited);
        }
        generator.writeEndObject();
    }
}
