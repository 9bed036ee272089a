package io.fortyeight.site.desk;

import io.fortyeight.ingest.format.MalformedLine;
import io.fortyeight.ingest.imports.ImportReport;
import io.fortyeight.web.page.Numbers;
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
        String read,
        String accepted,
        String malformed,
        long percent,
        List<MalformedLine> lines,
        boolean hasMoreLines,
        List<Count> verdicts) {

    /** @param key of the message that names the verdict */
    record Count(String key, String number) {}

    static ImportView of(ImportReport report, boolean isHiding) {
        var judged =
                report.verdicts().values().stream().mapToLong(Long::longValue).sum();
        return new ImportView(
                report.id(),
                report.state(),
                report.failure(),
                Numbers.grouped(report.read()),
                Numbers.grouped(report.accepted()),
                Numbers.grouped(report.malformed()),
                report.state().equals("done") ? 100 : report.accepted() == 0 ? 0 : 100 * judged / report.accepted(),
                report.malformedLines(),
                report.malformed() > report.malformedLines().size(),
                isHiding
                        ? List.of()
                        : report.verdicts().entrySet().stream()
                                .map(entry -> new Count(
                                        DeskFormat.key("verdict", entry.getKey()), Numbers.grouped(entry.getValue())))
                                .toList());
    }
}
