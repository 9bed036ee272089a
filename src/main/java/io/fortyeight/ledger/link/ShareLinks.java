package io.fortyeight.ledger.link;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.fortyeight.ledger.link.ShareLink.Target;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.DatabaseException;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Makes share links and looks them up. Nobody waits here: what the database is needed for is done by a few threads of its
 * own, so that links take no more of its connections than that, and those who follow links don't stand behind those who
 * make them. What is in memory is answered at once: links never change.
 */
@ApplicationScoped
public class ShareLinks {

    private static final Logger LOG = Logger.getLogger(ShareLinks.class);

    private static final int THREADS_EACH = 2;
    private static final int MAX_WAITING = 1_000;

    /** About 250 bytes each. */
    private static final int MAX_KEPT = 100_000;

    private static final Duration KNOWN_FOR = Duration.ofDays(1);
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final StampingClock clock;
    private final ShareLinkStore store;
    private final ThreadPoolExecutor makers = threads("share-links-make");
    private final ThreadPoolExecutor finders = threads("share-links-find");
    private final Cache<ShareLink, String> made =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();
    private final AsyncLoadingCache<String, Optional<Target>> targets;

    ShareLinks(Database database, StampingClock clock) {
        this.clock = clock;
        this.store = new ShareLinkStore(database, new ShareLinkCodes(new SecureRandom()));
        this.targets = Caffeine.newBuilder()
                .maximumSize(MAX_KEPT)
                .expireAfter(Expiry.<String, Optional<Target>>creating(
                        (code, target) -> target.isPresent() ? KNOWN_FOR : UNKNOWN_FOR))
                .buildAsync((code, executor) -> submit(finders, () -> store.target(code)));
    }

    /**
     * The code of a link, made now if there is none yet: on disk before it is told, and the same for all who ask at once.
     * {@link ShareLinksAwayException} when that can't be done.
     */
    public CompletableFuture<String> codeOf(ShareLink link) {
        var before = made.getIfPresent(link);
        return before != null ? CompletableFuture.completedFuture(before) : submit(makers, () -> make(link));
    }

    /** Where a code leads; empty for one that nobody was given. {@link ShareLinksAwayException} when that can't be told. */
    public CompletableFuture<Optional<Target>> find(String code) {
        return isWellFormed(code) ? targets.get(code) : CompletableFuture.completedFuture(Optional.empty());
    }

    /** Whether {@link #find} asks no database. */
    public boolean isInMemory(String code) {
        return !isWellFormed(code) || targets.getIfPresent(code) != null;
    }

    /** Whether there could be such a code at all. */
    public static boolean isWellFormed(String code) {
        return ShareLinkCodes.isWellFormed(code);
    }

    void stop(@Observes ShutdownEvent event) {
        makers.shutdown();
        finders.shutdown();
    }

    private String make(ShareLink link) {
        var code = store.codeOf(link, clock.millis());
        made.put(link, code);
        targets.put(
                code, CompletableFuture.completedFuture(Optional.of(new Target(link.contestId(), link.campaign()))));
        return code;
    }

    private static <T> CompletableFuture<T> submit(Executor executor, Supplier<T> work) {
        var result = new CompletableFuture<T>();
        try {
            executor.execute(() -> complete(result, work));
        } catch (RejectedExecutionException full) {
            result.completeExceptionally(ShareLinksAwayException.tooMany());
        }
        return result.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException ? ShareLinksAwayException.noDatabase(failure) : failure));
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        if (result.isDone()) {
            // Nobody waits for it any more.
            return;
        }
        try {
            result.complete(work.get());
        } catch (DatabaseException failure) {
            LOG.warnf("The database does not answer for share links: %s", failure.getMessage());
            result.completeExceptionally(ShareLinksAwayException.noDatabase(failure));
        } catch (RuntimeException failure) {
            result.completeExceptionally(failure);
        }
    }

    private static ThreadPoolExecutor threads(String name) {
        return new ThreadPoolExecutor(
                THREADS_EACH,
                THREADS_EACH,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                new DefaultThreadFactory(name, true));
    }
}
