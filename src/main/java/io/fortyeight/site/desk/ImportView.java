package io.fortyeight.site.desk;

import io.fortyeight.ingest.format.MalformedLine;
import io.fortyeight.ingest.imports.ImportReport;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands.
 *
 * @param percent of what was accepted that is judged already
 * @param verdicts empty while counts are hidden
 */
record ImportView(
        UUID id,
        String state,
        @Nullable String failure,
        long read,
        long accepted,
        long malformed,
        long percent,
        List<MalformedLine> lines,
        boolean hasMoreLines,
        List<Count> verdicts) {

    /** @param verdict {@code counted} or the reason */
    record Count(String verdict, long number) {}

    static ImportView of(ImportReport report, boolean isHiding) {
        var judged =
                report.verdicts().values().stream().mapToLong(Long::longValue).sum();
        return new ImportView(
                report.id(),
                report.state(),
                report.failure(),
                report.read(),
                report.accepted(),
                report.malformed(),
                report.state().equals("done") ? 100 : report.accepted() == 0 ? 0 : 100 * judged / report.accepted(),
                report.malformedLines(),
                report.malformed() > report.malformedLines().size(),
                isHiding
                        ? List.of()
                        : report.verdicts().entrySet().stream()
                                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                                .toList());
    }
}
