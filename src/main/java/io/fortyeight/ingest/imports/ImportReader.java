package io.fortyeight.ingest.imports;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.ingest.client.Pseudonyms;
import io.fortyeight.ingest.format.AccessLogReader;
import io.fortyeight.ingest.format.ImportFormat;
import io.fortyeight.ingest.format.ImportedPing;
import io.fortyeight.ingest.format.LineReader;
import io.fortyeight.ingest.format.Lines;
import io.fortyeight.ingest.format.MalformedLineException;
import io.fortyeight.ingest.format.NdjsonFields;
import io.fortyeight.ingest.format.NdjsonReader;
import io.fortyeight.ingest.format.TimeLimit;
import io.fortyeight.ingest.robots.RobotsList;
import java.io.IOException;
import java.io.InputStream;

/** Reads an import's lines into a sorter. Lines that are malformed are counted and named, never fatal. */
final class ImportReader {

    private final LineReader reader;

    /** @param notAfterMillis a line whose time is later than this is malformed, in epoch milliseconds */
    ImportReader(
            ImportFormat format,
            ContestDetails contest,
            Pseudonyms pseudonyms,
            RobotsList robots,
            long notAfterMillis) {
        reader = format == ImportFormat.NDJSON
                ? new NdjsonReader(contest, pseudonyms, robots, new TimeLimit(NdjsonFields.AT, notAfterMillis))
                : new AccessLogReader(
                        format == ImportFormat.COMBINED,
                        contest,
                        pseudonyms,
                        robots,
                        new TimeLimit("time", notAfterMillis));
    }

    /**
     * Reads all lines. Blank ones are passed over and not counted, except in the numbers of lines.
     *
     * @param unzipped not closed
     * @throws IOException if the body can't be read, or the sorter can't write
     */
    void read(InputStream unzipped, TimeSorter sorter, ImportProgress progress) throws IOException {
        Lines lines = new Lines(unzipped);
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            progress.lineRead();
            try {
                ImportedPing ping = reader.read(lines);
                if (ping != null) {
                    sorter.add(ping);
                    progress.lineAccepted();
                }
            } catch (MalformedLineException e) {
                progress.lineMalformed(lines.number(), e.reason());
            }
        }
    }
}
