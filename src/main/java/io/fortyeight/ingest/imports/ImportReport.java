package io.fortyeight.ingest.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.ingest.format.MalformedLine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param failure why it failed
 * @param read lines that aren't blank
 * @param accepted lines that became pings
 * @param malformedLines the first hundred, with their line numbers from 1
 * @param verdicts how many pings got which verdict
 */
@JsonInclude(Include.NON_NULL)
public record ImportReport(
        UUID id,
        String state,
        @Nullable String failure,
        long read,
        long accepted,
        long malformed,
        List<MalformedLine> malformedLines,
        Map<String, Long> verdicts) {}
