package io.fortyeight.contest.api;

import io.fortyeight.account.secret.WrappingKey;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestMessages;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.DirectoryVersion;
import io.fortyeight.contest.rules.RobotsVersion;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.form.WordedProblem;
import io.fortyeight.web.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What organizers do to contests. When a method returns, the directory shows it. */
@Singleton
public class ContestService {

    private static final int SECRET_BYTES = 32;
    private static final int MAX_CAMPAIGNS = 10_000;

    private final Clock clock;
    private final Database database;
    private final DirectoryVersion version;
    private final ContestDirectory directory;
    private final JudgingPause pause;
    private final RobotsVersion robots;
    private final WrappingKey key;
    private final SecureRandom random = new SecureRandom();

    ContestService(
            Clock clock,
            Database database,
            DirectoryVersion version,
            ContestDirectory directory,
            JudgingPause pause,
            RobotsVersion robots,
            WrappingKey key) {
        this.clock = clock;
        this.database = database;
        this.version = version;
        this.directory = directory;
        this.pause = pause;
        this.robots = robots;
        this.key = key;
    }

    /** What {@code request} would make, as far as that hangs neither on the time nor on other contests; changes nothing. */
    public ContestPlan plan(NewContest request) {
        return ContestPlan.read(request, null, robots.robots());
    }

    /** A contest as its organizer stated it, rules left out. */
    public NewContest stated(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> Contest.<Contest>find("slug", slug)
                .firstResultOptional()
                .orElseThrow(() -> unknown(slug))
                .asStated());
    }

    public ContestDetails create(NewContest request) {
        var plan = ContestPlan.read(request, null, robots.robots());
        return refreshed(committed(plan.slug(), () -> stored(plan, null)));
    }

    /** Makes a contest with the campaigns of {@code real} that opens now, is in no list, and closes like any other. */
    public ContestDetails rehearse(ContestDetails real, RehearsalPlan rehearsal) {
        return refreshed(committed(rehearsal.slug(), () -> {
            var now = now();
            var id = stored(rehearsal.from(real, now), real.id());
            for (var campaign : real.campaigns()) {
                var plan = new CampaignPlan(
                        campaign.slug(),
                        campaign.title(),
                        campaign.pageUrl().toString(),
                        List.copyOf(campaign.origins()));
                new Campaign(id, campaign.number(), plan, now).persist();
            }
            Contest.flush();
            return id;
        }));
    }

    private int stored(ContestPlan plan, @Nullable Integer rehearsalOf) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var contest = new Contest(plan, key.wrap(secret), now());
        contest.rehearsalOf = rehearsalOf;
        contest.persistAndFlush();
        database.sql("INSERT INTO ledger_partition (contest_id, partition, state) VALUES (?, 0, 'live')", contest.id)
                .update();
        return contest.id;
    }

    /**
     * Edits a contest that has not opened yet.
     *
     * @param patch makes the edited request from the present one
     */
    public ContestDetails edit(String slug, UnaryOperator<NewContest> patch) {
        return pause.whilePaused(() -> {
            var id = committed(slug, () -> {
                var contest = locked(slug);
                if (contest.state != ContestState.SCHEDULED || !now().isBefore(contest.opensAt)) {
                    throw WordedProblem.conflict(ContestMessages.class, ContestMessages::windowHasOpened);
                }
                var plan = ContestPlan.read(patch.apply(contest.asStated()), contest.card(), robots.robots());
                if (!now().isBefore(plan.opensAt())) {
                    throw WordedProblem.conflict(ContestMessages.class, ContestMessages::openingMustBeAhead);
                }
                contest.accept(plan);
                contest.edits++;
                contest.editedAt = now();
                Contest.flush();
                return contest.id;
            });
            return refreshed(id);
        });
    }

    public CampaignDetails enter(String contestSlug, NewCampaign request) {
        var plan = CampaignPlan.read(request);
        var id = committed(plan.slug(), () -> {
            var contest = locked(contestSlug);
            if (contest.past ? contest.state != ContestState.OPEN : !now().isBefore(contest.closesAt)) {
                throw WordedProblem.conflict(ContestMessages.class, ContestMessages::windowHasClosed);
            }
            var number = Math.toIntExact(Campaign.count("contestId", contest.id));
            if (number >= MAX_CAMPAIGNS) {
                throw WordedProblem.conflict(
                        ContestMessages.class, messages -> messages.tooManyCampaigns(MAX_CAMPAIGNS));
            }
            new Campaign(contest.id, number, plan, now()).persistAndFlush();
            return contest.id;
        });
        return refreshed(id).campaign(plan.slug()).orElseThrow();
    }

    private ContestDetails refreshed(int id) {
        directory.refresh();
        return directory.find(id).orElseThrow();
    }

    private interface Change {
        int make();
    }

    private int committed(String slug, Change change) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var id = change.make();
                version.raise();
                return id;
            });
        } catch (RuntimeException failure) {
            throw isTaken(failure) ? slugTaken(slug) : failure;
        }
    }

    private static HttpProblem slugTaken(String slug) {
        return WordedProblem.conflict(
                ContestMessages.class,
                messages -> messages.slugTaken(slug),
                messages -> messages.slugTakenOnForm(slug));
    }

    private static boolean isTaken(Throwable failure) {
        for (var cause = failure; cause != null && !(cause instanceof HttpProblem); cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation) {
                var constraint = violation.getConstraintName();
                return constraint != null && constraint.contains("slug");
            }
        }
        return false;
    }

    private static Contest locked(String slug) {
        return Contest.lock(slug).orElseThrow(() -> unknown(slug));
    }

    static HttpProblem unknown(String slug) {
        return Problems.notFound("There is no contest " + slug);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
