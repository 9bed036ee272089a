package io.fortyeight.standings.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.standings.Leaderboards;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.http.Problems;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows contests as they change. Whoever listens to a contest shares one look at its tally a second; nobody listening
 * costs nothing. An event is encoded once, and the same bytes go to every reader.
 */
@ApplicationScoped
class LiveEvents {

    private static final Logger LOG = Logger.getLogger(LiveEvents.class);
    private static final long RETRY_AFTER_SECONDS = 5;

    private final ContestDirectory directory;
    private final Leaderboards leaderboards;
    private final Clock clock;
    private final ObjectMapper json;
    private final int mostReaders;
    private final Map<Integer, LiveChannel> channels = new ConcurrentHashMap<>();
    private final AtomicInteger readers = new AtomicInteger();
    private volatile boolean isStopping;

    LiveEvents(
            ContestDirectory directory,
            Leaderboards leaderboards,
            Clock clock,
            ObjectMapper json,
            @ConfigProperty(name = "fortyeight.events.most-readers", defaultValue = "10000") int mostReaders) {
        this.directory = directory;
        this.leaderboards = leaderboards;
        this.clock = clock;
        this.json = json;
        this.mostReaders = mostReaders;
    }

    /**
     * Streams a contest's events until the reader leaves.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when there are too many readers
     */
    void stream(ContestDetails contest, RoutingContext exchange) {
        if (isStopping || readers.incrementAndGet() > mostReaders) {
            readers.decrementAndGet();
            throw Problems.unavailable("There are too many readers of live events", RETRY_AFTER_SECONDS);
        }
        var response = exchange.response();
        putHeaders(response);
        response.setChunked(true);
        var reader = new EventReader(exchange.vertx().getOrCreateContext(), response, this::stateEvent);
        exchange.addEndHandler(ignored -> leave(contest.id(), reader));
        reader.greet();
        join(contest.id(), reader);
    }

    /** How many listen now, to all contests. */
    int readers() {
        return readers.get();
    }

    /** Tells browsers and proxies to pass events on as they come. */
    private static void putHeaders(HttpServerResponse response) {
        response.putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
    }

    private void join(int contestId, EventReader reader) {
        var channel = channels.compute(contestId, (id, present) -> {
            var joined = present == null ? new LiveChannel() : present;
            joined.add(reader);
            return joined;
        });
        var latest = channel.latest();
        if (latest != null) {
            reader.show(latest);
        } else if (channel.asksForFirstBuild()) {
            Infrastructure.getDefaultExecutor().execute(() -> refresh(contestId, channel));
        }
        if (isStopping) {
            reader.end();
        }
    }

    private void leave(int contestId, EventReader reader) {
        readers.decrementAndGet();
        channels.computeIfPresent(contestId, (id, channel) -> {
            channel.remove(reader);
            return channel.isEmpty() ? null : channel;
        });
    }

    @Scheduled(every = "1s", identity = "live-events", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        channels.forEach(this::refresh);
    }

    @Scheduled(every = "15s", identity = "live-events-heartbeat")
    void beat() {
        channels.values().forEach(channel -> channel.readers().forEach(EventReader::beat));
    }

    /** Open streams would hold up the orderly stop, which waits for every exchange to end. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        isStopping = true;
        channels.values().forEach(channel -> channel.readers().forEach(EventReader::end));
    }

    private void refresh(int contestId, LiveChannel channel) {
        try {
            channel.refresh(former -> build(directory.find(contestId).orElseThrow(), former));
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "The events of contest %d could not be built; the next second tries again", contestId);
        }
    }

    private LiveBuild build(ContestDetails contest, @Nullable LiveBuild former) {
        var window = contest.window();
        var phase =
                new LiveBuild.Phase(contest.stateAt(clock.instant()).jsonName(), window.opensAt(), window.closesAt());
        var number = former == null ? 1 : former.number() + 1;
        var shown = former == null ? null : former.leaderboard();
        var standings = former == null ? null : former.standings();
        if (shown != null && shown.isFinal()) {
            return new LiveBuild(number, phase, shown, standings);
        }
        var leaderboard = readable(contest, shown);
        if (leaderboard == null || (shown != null && isSame(shown, leaderboard))) {
            return new LiveBuild(number, phase, shown, standings);
        }
        return new LiveBuild(number, phase, leaderboard, event("standings", leaderboard));
    }

    /** The state comes from memory and the clock: it is told even while the database is away. */
    private @Nullable Leaderboard readable(ContestDetails contest, @Nullable Leaderboard shown) {
        try {
            return leaderboards.now(contest);
        } catch (RuntimeException databaseAway) {
            LOG.warnf(databaseAway, "The standings of %s can't be read now", contest.slug());
            return shown;
        }
    }

    private static boolean isSame(Leaderboard former, Leaderboard now) {
        return former.isFinal() == now.isFinal()
                && Objects.equals(former.hiddenSince(), now.hiddenSince())
                && Objects.equals(former.hiddenUntil(), now.hiddenUntil())
                && former.standings().equals(now.standings());
    }

    private Buffer stateEvent(LiveBuild.Phase phase) {
        return event("state", LiveBuild.State.of(phase, clock.instant()));
    }

    private Buffer event(String name, Object data) {
        try {
            var event = "event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
            return Buffer.buffer(event.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The event " + name + " can't be written as JSON", impossible);
        }
    }
}
