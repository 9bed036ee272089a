package io.fortyeight.ledger.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ledger.read.LedgerReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class JudgeStateTest {

    private static final NetworkKey BUSY = new NetworkKey(1);
    private static final int MAX_VISITORS = 20;

    @Inject
    LedgerReader reader;

    @Inject
    ContestDirectory directory;

    @Inject
    DataSource database;

    @Inject
    PingQueue queue;

    private record Limits(int visitors, int pingIds) implements MemoryConfig {}

    @Test
    void fullMemory_refusesNewVisitorsOfTheBusiestNetworksFirst_thenAll() throws Exception {
        var contest = directory.find(TestContests.live("null")).orElseThrow();
        var memory = new JudgeState(
                reader,
                new FrozenVisitors(),
                directory,
                new Limits(MAX_VISITORS, 100),
                Duration.ofMinutes(15),
                () -> {});
        try (var connection = database.getConnection()) {
            var partition = memory.partition(contest, connection);
            var atMillis = TestContests.now().toEpochMilli();
            for (var visitor = 0; visitor < 10; visitor++) {
                enter(partition, visitor, BUSY, atMillis);
                enter(partition, 100 + visitor, new NetworkKey(1000 + visitor), atMillis);
                assertThat(memory.isFullFor(partition, BUSY)).isEqualTo(visitor == 9);
            }
            var quiet = new NetworkKey(1003);
            assertThat(memory.isFullFor(partition, quiet)).isFalse();
            assertThat(memory.isFullFor(partition, null)).isTrue();

            for (var visitor = 200; visitor < 205; visitor++) {
                assertThat(memory.isFullFor(partition, new NetworkKey(visitor))).isFalse();
                enter(partition, visitor, new NetworkKey(visitor), atMillis);
            }
            assertThat(memory.isFullFor(partition, quiet))
                    .as("a quarter above the limit")
                    .isTrue();

            memory.forget(1_000, atMillis + Duration.ofHours(2).toMillis());
            assertThat(memory.isFullFor(partition, BUSY))
                    .as("once the idle are forgotten")
                    .isFalse();
        }
    }

    /** A standby would take the writer for dead if reading back took longer than the lease, and it did not say a word. */
    @Test
    void readingBack_isNotSilent() throws Exception {
        var contest = directory.find(TestContests.live("null")).orElseThrow();
        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (var visitor = 0; visitor < 3_000; visitor++) {
            answers.add(queue.submit(
                    new Submission(
                            contest.id(), Item.view(0), new VisitorKey(visitor, visitor), null, false, null, null),
                    Runnable::run));
        }
        answers.forEach(CompletableFuture::join);

        var signs = new AtomicInteger();
        var memory = new JudgeState(
                reader,
                new FrozenVisitors(),
                directory,
                new Limits(10_000, 100),
                Duration.ofMinutes(15),
                signs::incrementAndGet);
        try (var connection = database.getConnection()) {
            assertThat(memory.partition(contest, connection).histories().visitors())
                    .isEqualTo(3_000);
        }
        assertThat(signs.get()).isEqualTo(3);
    }

    private static void enter(LivePartition partition, long visitor, NetworkKey network, long atMillis) {
        var ping = new Ping(atMillis, Item.view(0), new VisitorKey(visitor, visitor), network, false);
        assertThat(partition.judge(ping)).isEqualTo(Verdict.COUNTED);
        partition.record(ping, Verdict.COUNTED);
    }
}
