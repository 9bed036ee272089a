package io.fortyeight.close.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.close.CloseSteps;
import io.fortyeight.close.crowd.Crowd;
import io.fortyeight.close.crowd.CrowdTraffic;
import io.fortyeight.contest.api.ContestService;
import io.fortyeight.contest.api.RehearsalPlan;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.store.WriterStatus;
import io.fortyeight.web.http.Problems;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts rehearsals and takes them to their end. The close of their contests is the application's own. */
@ApplicationScoped
public class Rehearsals {

    private static final Logger LOG = Logger.getLogger(Rehearsals.class);

    private static final long STEP_MILLIS = 50;
    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** One, so that it is frozen even in a short window. */
    private static final int REFRESHERS = 1;

    /** In place of the days that there may be in earnest. */
    private static final Duration ANNOUNCED_AFTER = Duration.ofSeconds(3);

    private static final int MAX_SLUG_CHARACTERS = 64;
    private static final int MAX_NAME_CHARACTERS = 200;
    private static final String SLUG_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_LETTERS = 6;
    private static final long RETRY_AFTER_SECONDS = 10;

    private final ContestDirectory directory;
    private final ContestService organizing;
    private final WriterStatus leadership;
    private final StampingClock clock;
    private final CloseSteps steps;
    private final RehearsalStore store;
    private final RehearsalCheck check;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(RehearsalStore.MAX_AT_ONCE, new DefaultThreadFactory("rehearsal", true));

    /** Those of this instance, with the time of their last report. */
    private final Map<RehearsalRun, Long> running = new ConcurrentHashMap<>();

    Rehearsals(
            ContestDirectory directory,
            ContestService organizing,
            WriterStatus leadership,
            StampingClock clock,
            CloseSteps steps,
            RehearsalStore store,
            RehearsalCheck check,
            ObjectMapper json) {
        this.directory = directory;
        this.organizing = organizing;
        this.leadership = leadership;
        this.clock = clock;
        this.steps = steps;
        this.store = store;
        this.check = check;
        this.json = json;
    }

    /**
     * Starts one; it runs by itself.
     *
     * @param server this instance, as its callers reach it: see {@link ThisInstance}
     */
    public RehearsalReport start(ContestDetails real, RehearsalSettings settings, URI server) {
        refuse(real);
        var card = ShortCard.of(real.rules(), settings.window());
        var begun = RehearsalReport.begun(UUID.randomUUID(), slug(real.slug()), real.slug(), settings, card.changes());
        store.claim(real.id(), begun);
        ContestDetails contest;
        try {
            contest = organizing.rehearse(
                    real,
                    new RehearsalPlan(
                            begun.contest(),
                            name(real.name()),
                            card.card(),
                            settings.window(),
                            real.announcesAt() == null ? null : ANNOUNCED_AFTER));
        } catch (RuntimeException failure) {
            store.giveBack(begun.id());
            throw failure;
        }
        var answers = new CrowdAnswers(json);
        var crowd = new Crowd(contest.campaigns().size(), REFRESHERS, true);
        var traffic =
                new CrowdTraffic(client, server, contest, crowd, settings.pingsPerSecond(), false, answers::ended);
        var run = new RehearsalRun(begun, contest, traffic, answers);
        running.put(run, System.nanoTime());
        timer.execute(() -> step(run));
        return begun;
    }

    /** The report of a contest's rehearsal, or as much of it as there is. */
    public Optional<JsonNode> report(int contestId, UUID id) {
        return store.find(contestId, id);
    }

    /** A contest's rehearsals, the newest first. */
    public List<UUID> newest(int contestId, int most) {
        return store.newest(contestId, most);
    }

    private void refuse(ContestDetails real) {
        if (real.isRehearsal()) {
            throw Problems.conflict("A rehearsal can't be rehearsed");
        }
        if (real.campaigns().isEmpty()) {
            throw Problems.conflict("There is nothing to rehearse: no campaign has entered yet");
        }
        if (!leadership.isLeader()) {
            throw Problems.unavailable(
                    "This instance stands by; the one that takes pings rehearses", RETRY_AFTER_SECONDS);
        }
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent event) {
        timer.shutdownNow();
        running.keySet().forEach(run -> fail(run, "The instance that ran it was stopped"));
    }

    private void step(RehearsalRun run) {
        try {
            if (isLeftToDo(run)) {
                timer.schedule(() -> step(run), STEP_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                running.remove(run);
            }
        } catch (RuntimeException failure) {
            LOG.error("A rehearsal stops", failure);
            fail(run, "It broke off: " + failure.getMessage());
        }
    }

    private boolean isLeftToDo(RehearsalRun run) {
        var now = clock.now();
        if (run.isSending(now)) {
            run.send();
        } else {
            var current = directory.find(run.contestId()).orElseThrow();
            if (run.isOver(current, now)) {
                var told = run.told();
                store.finish(run.ended(current, check.of(current, told).orElse(null), steps.of(run.contestId())));
                return false;
            }
        }
        return reports(run);
    }

    /** Whether it goes on: an instance that was silent for too long has been taken for dead. */
    private boolean reports(RehearsalRun run) {
        var nanos = System.nanoTime();
        if (nanos - running.getOrDefault(run, nanos) < REPORT_NANOS) {
            return true;
        }
        running.put(run, nanos);
        return store.progress(run.progress(steps.of(run.contestId())));
    }

    private void fail(RehearsalRun run, String because) {
        running.remove(run);
        try {
            store.finish(run.failed(steps.of(run.contestId()), because));
        } catch (RuntimeException failure) {
            LOG.warn("The end of a rehearsal can't be stored; it will be taken for dead", failure);
        }
    }

    private String slug(String real) {
        var suffix = new StringBuilder("-rehearsal-");
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            suffix.append(SLUG_LETTERS.charAt(random.nextInt(SLUG_LETTERS.length())));
        }
        var room = MAX_SLUG_CHARACTERS - suffix.length();
        var stem = real.length() <= room ? real : real.substring(0, room);
        return (stem.endsWith("-") ? stem.substring(0, stem.length() - 1) : stem) + suffix;
    }

    private static String name(String real) {
        var name = "Rehearsal of " + real;
        var end = Math.min(name.codePointCount(0, name.length()), MAX_NAME_CHARACTERS);
        return name.substring(0, name.offsetByCodePoints(0, end));
    }
}
