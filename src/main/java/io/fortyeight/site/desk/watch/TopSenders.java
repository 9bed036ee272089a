package io.fortyeight.site.desk.watch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ledger.store.LedgerEntry;
import io.fortyeight.standings.VisibleCounts;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who sends most: the visitors that refresh most and the networks that most comes from, by their pseudonyms. Read from the
 * published ledger in the background, by ranges, each entry once; so it is a little behind, and says how far it has got.
 */
@ApplicationScoped
class TopSenders {

    private static final Logger LOG = Logger.getLogger(TopSenders.class);
    private static final int MAX_KEYS = 20_000;
    private static final int MAX_CONTESTS = 10;
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int SHOWN = 10;
    private static final int SHOWN_DIGITS = 8;
    private static final HexFormat HEX = HexFormat.of();

    /**
     * What was found.
     *
     * @param entries how many of the ledger's were read
     * @param mayLack by how much each number may be too small; null when all are exact
     */
    record Report(long entries, @Nullable Long mayLack, List<Row> visitors, List<Row> networks) {}

    /** @param key the beginning of the pseudonym */
    record Row(String key, long total, long counted, long repeat, long capped, long frozen, long crowded) {}

    /** One contest's sums; only the reading thread touches them. */
    private static final class Reading {
        final HeavyHitters<VisitorKey> visitors = new HeavyHitters<>(MAX_KEYS);
        final HeavyHitters<NetworkKey> networks = new HeavyHitters<>(MAX_KEYS);
        final Map<Integer, Long> readUpTo = new HashMap<>();
        final AtomicBoolean isUnderWay = new AtomicBoolean();
        volatile @Nullable Report report;

        void add(LedgerEntry entry) {
            visitors.add(entry.ping().visitor(), entry.verdict());
            var network = entry.ping().network();
            if (network != null) {
                networks.add(network, entry.verdict());
            }
            readUpTo.put(entry.partitionId(), entry.sequence());
        }
    }

    private final VisibleCounts counts;
    private final Cache<Integer, Reading> readings = Caffeine.newBuilder()
            .maximumSize(MAX_CONTESTS)
            .expireAfterAccess(KEPT)
            .build();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(new DefaultThreadFactory("busiest", true));

    TopSenders(VisibleCounts counts) {
        this.counts = counts;
    }

    /** What is known so far; has it brought up to date for whoever asks next. Null when nothing is known yet. */
    @Nullable
    Report of(ContestDetails contest) {
        var reading = readings.get(contest.id(), id -> new Reading());
        if (reading.isUnderWay.compareAndSet(false, true)) {
            reader.execute(() -> read(contest, reading));
        }
        return reading.report;
    }

    void stop(@Observes ShutdownEvent event) {
        reader.shutdownNow();
    }

    private void read(ContestDetails contest, Reading reading) {
        try {
            for (var end : counts.ends(contest)) {
                counts.read(end, reading.readUpTo.getOrDefault(end.partitionId(), 0L) + 1, entry -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException("The application stops");
                    }
                    reading.add(entry);
                });
            }
            reading.report = report(reading);
        } catch (RuntimeException failure) {
            LOG.warnf("Who sends most in %s can't be read now: %s", contest.slug(), failure.getMessage());
        } finally {
            reading.isUnderWay.set(false);
        }
    }

    private static Report report(Reading reading) {
        var entries =
                reading.readUpTo.values().stream().mapToLong(Long::longValue).sum();
        var mayLack = Math.max(reading.visitors.mayLack(), reading.networks.mayLack());
        return new Report(
                entries,
                mayLack == 0 ? null : mayLack,
                reading.visitors.largest(SHOWN, Comparator.comparingLong(TopSenders::refreshes)).stream()
                        .filter(sum -> refreshes(sum) > 0)
                        .map(sum -> row(HEX.toHexDigits(sum.key().high()), sum))
                        .toList(),
                reading.networks.largest(SHOWN, Comparator.comparingLong(HeavyHitters.Sum::total)).stream()
                        .map(sum -> row(HEX.toHexDigits(sum.key().value()), sum))
                        .toList());
    }

    private static long refreshes(HeavyHitters.Sum<VisitorKey> sum) {
        return sum.of(Verdict.REPEAT) + sum.of(Verdict.CAPPED) + sum.of(Verdict.FROZEN);
    }

    private static Row row(String key, HeavyHitters.Sum<?> sum) {
        return new Row(
                key.substring(0, SHOWN_DIGITS),
                sum.total(),
                sum.of(Verdict.COUNTED),
                sum.of(Verdict.REPEAT),
                sum.of(Verdict.CAPPED),
                sum.of(Verdict.FROZEN),
                sum.of(Verdict.CROWDED));
    }
}
