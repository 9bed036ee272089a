package io.fortyeight.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.ingest.format.ImportFormat;
import io.fortyeight.ingest.format.ImportedPing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** No file stops an import: each of its lines is a ping, malformed, or passed over, in every format. */
class ImportReaderFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void file_isReadToItsEnd(byte[] file) throws IOException {
        for (ImportFormat format : ImportFormat.values()) {
            ImportProgress progress = new ImportProgress();
            // So little is never spilled to a file.
            try (TimeSorter sorter = new TimeSorter(Path.of("target"))) {
                ImportReaderTest.reader(format).read(new ByteArrayInputStream(file), sorter, progress);
                PingSource sorted = sorter.sorted();
                long accepted = 0;
                long latestMillis = 0;
                for (ImportedPing next = sorted.next(); next != null; next = sorted.next()) {
                    Ping ping = next.ping();
                    assertThat(ping.receivedAtMillis()).isBetween(latestMillis, ImportReaderTest.NOON);
                    assertThat(ping.item().campaign()).isBetween(0, 1);
                    assertThat(ping.item().platform() != null)
                            .isEqualTo(ping.item().kind() == Kind.SHARE);
                    latestMillis = ping.receivedAtMillis();
                    accepted++;
                }
                assertThat(progress.accepted()).isEqualTo(accepted);
                assertThat(progress.malformed()).isBetween(0L, progress.read() - accepted);
                assertThat(progress.malformedLines())
                        .allSatisfy(line -> assertThat(line.reason()).matches("[ -~]{1,100}"));
            }
        }
    }
}
