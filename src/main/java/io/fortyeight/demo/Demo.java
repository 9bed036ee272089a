package io.fortyeight.demo;

import io.fortyeight.account.user.UserNames;
import io.fortyeight.close.crowd.Crowd;
import io.fortyeight.close.crowd.CrowdTraffic;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ledger.store.WriterStatus;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the demonstration: waits until this instance takes pings, makes or continues a contest, lets the crowd in until
 * the window has closed, and tells when the result is certified. The close itself is the application's own.
 */
@ApplicationScoped
class Demo {

    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final long STEP_MILLIS = 50;
    private static final int REFRESHERS = 6;

    /** The crowd doesn't know when the window closes: some come too late. */
    private static final Duration STRAGGLERS = Duration.ofSeconds(2);

    private final DemoConfig config;
    private final DemoContest contests;
    private final ContestDirectory directory;
    private final WriterStatus leadership;
    private final Clock clock;
    private final Config settings;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ContestDetails contest;
    private @Nullable CrowdTraffic traffic;
    private boolean isClosed;

    Demo(
            DemoConfig config,
            DemoContest contests,
            ContestDirectory directory,
            WriterStatus leadership,
            Clock clock,
            Config settings) {
        this.config = config;
        this.contests = contests;
        this.directory = directory;
        this.leadership = leadership;
        this.clock = clock;
        this.settings = settings;
    }

    synchronized void start(@ObservesAsync HttpServerStart event) {
        if (!config.enabled() || timer != null) {
            return;
        }
        var started = Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("demo", true));
        timer = started;
        started.scheduleWithFixedDelay(this::step, 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized void stop(@Observes ShutdownDelayInitiatedEvent event) {
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    private void step() {
        try {
            if (leadership.isLeader()) {
                play();
            }
        } catch (RuntimeException failure) {
            LOG.error("The demonstration stops", failure);
            end();
        }
    }

    private synchronized void play() {
        var playing = contest;
        if (playing == null || traffic == null) {
            begin();
        } else if (clock.instant().isBefore(playing.window().closesAt().plus(STRAGGLERS))) {
            if (!clock.instant().isBefore(playing.window().opensAt())) {
                traffic.send();
            }
        } else {
            tellTheResult(playing);
        }
    }

    private void begin() {
        var made = contests.ofThisRun(config.window());
        contest = made;
        traffic = new CrowdTraffic(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
                server("127.0.0.1"),
                made,
                new Crowd(made.campaigns().size(), REFRESHERS, false),
                config.pingsPerSecond(),
                true,
                ended -> {});
        LOG.infof(
                "%n%n    The demo is live: open %s%n    It closes by itself at %s.%n"
                        + "    The organizers' side: sign in at %s as %s; the password is the administrator's token,%n"
                        + "    which was printed when this data folder was first used.%n",
                page(made), made.window().closesAt(), server("localhost").resolve("/desk"), UserNames.RESERVED);
    }

    private void tellTheResult(ContestDetails playing) {
        if (!isClosed) {
            isClosed = true;
            LOG.infof("The demo's window is closed; the close runs by itself");
        }
        var now = directory.find(playing.id()).orElseThrow();
        if (now.storedState().isFinal()) {
            LOG.infof(
                    "%n%n    The demo's result is certified: see %s%n    or read it at %s%n    Start again for another round.%n",
                    page(playing), server("localhost").resolve("/api/contests/" + playing.slug() + "/result"));
            end();
        }
    }

    private synchronized void end() {
        if (timer != null) {
            timer.shutdown();
        }
    }

    private URI page(ContestDetails playing) {
        return server("localhost").resolve("/contests/" + playing.slug());
    }

    private URI server(String host) {
        return URI.create("http://" + host + ":" + settings.getValue("quarkus.http.port", Integer.class));
    }
}
