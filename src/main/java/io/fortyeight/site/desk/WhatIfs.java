package io.fortyeight.site.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.close.RecountAnswer;
import io.fortyeight.close.Recounts;
import io.fortyeight.web.form.WordedProblem;
import io.fortyeight.web.http.Problems;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Recounts that people asked for on the desk: one after the other, in the background. Kept for an hour, by this instance. */
@ApplicationScoped
class WhatIfs {

    private static final Logger LOG = Logger.getLogger(WhatIfs.class);
    private static final int MAX_WAITING = 8;
    private static final int MAX_KEPT = 200;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final long RETRY_AFTER_SECONDS = 10;

    /**
     * One of them; it runs as long as it has neither answer nor problem.
     *
     * @param card that was asked about; null for the contest's own
     * @param problem why there is no answer
     */
    record Run(
            String contest,
            @Nullable JsonNode card,
            @Nullable RecountAnswer answer,
            @Nullable HttpProblem problem) {

        boolean isRunning() {
            return answer == null && problem == null;
        }
    }

    private final Recounts recounts;
    private final Cache<UUID, Run> runs =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();
    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            new DefaultThreadFactory("what-if", true));

    WhatIfs(Recounts recounts) {
        this.recounts = recounts;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when too many wait */
    UUID start(String contest, @Nullable JsonNode card) {
        var id = UUID.randomUUID();
        runs.put(id, new Run(contest, card, null, null));
        try {
            worker.execute(() -> runs.put(id, ended(contest, card)));
        } catch (RejectedExecutionException full) {
            runs.invalidate(id);
            throw Problems.unavailable("Other recounts are under way", RETRY_AFTER_SECONDS);
        }
        return id;
    }

    private Run ended(String contest, @Nullable JsonNode card) {
        try {
            return new Run(contest, card, recounts.of(contest, card), null);
        } catch (HttpProblem problem) {
            return new Run(contest, card, null, problem);
        } catch (RuntimeException failure) {
            LOG.error("A recount asked for on the desk failed", failure);
            var seeLog = WordedProblem.of(Status.INTERNAL_SERVER_ERROR, DeskMessages.class, DeskMessages::recountLog);
            return new Run(contest, card, null, seeLog);
        }
    }

    Optional<Run> find(String contest, UUID id) {
        return Optional.ofNullable(runs.getIfPresent(id))
                .filter(run -> run.contest().equals(contest));
    }

    void stop(@Observes ShutdownEvent event) {
        worker.shutdownNow();
    }
}
