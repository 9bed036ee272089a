package io.fortyeight.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ingest.format.ImportedPing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSorterTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "0,     7,  2",
        "1,     7,  2",
        "7,     7,  2",
        "8,     7,  2",
        "49,    7,  7",
        "50,    7,  7",
        "200,  1,  2",
        "200,  1,  3",
        "3000, 9,  4",
        "20000, 64, 64",
        "20000, 30000, 2",
    })
    void pings_comeOutByTimeThenIndex(int count, int chunkSize, int runsAtOnce) throws Exception {
        List<ImportedPing> pings = randomPings(count);
        List<ImportedPing> expected = new ArrayList<>(pings);
        expected.sort(Comparator.<ImportedPing>comparingLong(
                        imported -> imported.ping().receivedAtMillis())
                .thenComparingLong(ImportedPing::index));

        try (TimeSorter sorter = new TimeSorter(directory, chunkSize, runsAtOnce)) {
            for (ImportedPing ping : pings) {
                sorter.add(ping);
            }
            assertThat(sorter.count()).isEqualTo(count);
            assertThat(files()).hasSizeLessThan(runsAtOnce * 20);
            assertThat(drain(sorter.sorted())).isEqualTo(expected);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void oneChunk_needsNoFile() throws Exception {
        try (TimeSorter sorter = new TimeSorter(directory, 100, 2)) {
            for (ImportedPing ping : randomPings(100)) {
                sorter.add(ping);
            }
            drain(sorter.sorted());
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void filesGo_whenOnlyPartWasRead() throws Exception {
        TimeSorter sorter = new TimeSorter(directory, 10, 4);
        for (ImportedPing ping : randomPings(95)) {
            sorter.add(ping);
        }
        sorter.sorted().next();
        assertThat(files()).isNotEmpty();

        sorter.close();
        sorter.close();

        assertThat(files()).isEmpty();
    }

    @Test
    void filesGo_whenNothingWasSorted() throws Exception {
        TimeSorter sorter = new TimeSorter(directory, 10, 4);
        for (ImportedPing ping : randomPings(35)) {
            sorter.add(ping);
        }
        assertThat(files()).isNotEmpty();

        sorter.close();

        assertThat(files()).isEmpty();
    }

    @Test
    void damagedFile_failsAndGoes() throws Exception {
        try (TimeSorter sorter = new TimeSorter(directory, 10, 20)) {
            for (ImportedPing ping : randomPings(95)) {
                sorter.add(ping);
            }
            Files.write(files().get(0), new byte[40]);
            assertThatThrownBy(() -> drain(sorter.sorted())).isInstanceOf(IOException.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void missingDirectory_fails() throws Exception {
        try (TimeSorter sorter = new TimeSorter(directory.resolve("gone"), 1, 2)) {
            sorter.add(randomPings(1).get(0));
            assertThatThrownBy(() -> sorter.add(randomPings(1).get(0))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void addingLate_isRefused() throws Exception {
        try (TimeSorter sorter = new TimeSorter(directory)) {
            sorter.sorted();
            assertThatThrownBy(() -> sorter.add(randomPings(1).get(0))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(sorter::sorted).isInstanceOf(IllegalStateException.class);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static List<ImportedPing> drain(PingSource source) throws IOException {
        List<ImportedPing> pings = new ArrayList<>();
        for (ImportedPing ping = source.next(); ping != null; ping = source.next()) {
            pings.add(ping);
        }
        return pings;
    }

    /** Few different times, so that many are equal. */
    private static List<ImportedPing> randomPings(int count) {
        Random random = new Random(48);
        Platform[] platforms = Platform.values();
        List<ImportedPing> pings = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Item item = random.nextBoolean()
                    ? Item.view(random.nextInt(40_000))
                    : Item.share(random.nextInt(3), platforms[random.nextInt(platforms.length)]);
            Ping ping = new Ping(
                    random.nextInt(count / 3 + 1) * 1_000_000_007L,
                    item,
                    new VisitorKey(random.nextLong(), random.nextLong()),
                    random.nextBoolean() ? new NetworkKey(random.nextLong()) : null,
                    random.nextBoolean());
            pings.add(new ImportedPing(index * 3L + 1, ping, random.nextInt(4) == 0 ? "via-" + index : null));
        }
        return pings;
    }
}
