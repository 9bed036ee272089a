package io.fortyeight.close.rehearsal;

import io.fortyeight.close.CloseSteps;
import io.fortyeight.close.crowd.CrowdTraffic;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rehearsal under way: sends until some pings come too late, then waits until the close is over. For one thread. */
final class RehearsalRun {

    /** The crowd doesn't know when the window closes. */
    private static final Duration STRAGGLERS = Duration.ofSeconds(2);

    /** After the time at which the result should be announced. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A close that takes longer is overdue in earnest, too. */
    private static final Duration OVERDUE = Duration.ofSeconds(30);

    /** One in so many pings may be left out: whoever collects garbage for a moment has not failed. */
    private static final int TOLERATED = 20;

    private final RehearsalReport begun;
    private final ContestDetails contest;
    private final CrowdTraffic traffic;
    private final CrowdAnswers answers;

    RehearsalRun(RehearsalReport begun, ContestDetails contest, CrowdTraffic traffic, CrowdAnswers answers) {
        this.begun = begun;
        this.contest = contest;
        this.traffic = traffic;
        this.answers = answers;
    }

    int contestId() {
        return contest.id();
    }

    CrowdAnswers.Sums told() {
        return answers.sums();
    }

    boolean isSending(Instant now) {
        return now.isBefore(contest.window().closesAt().plus(STRAGGLERS));
    }

    void send() {
        traffic.send();
    }

    /** Whether nothing more can be expected to happen. */
    boolean isOver(ContestDetails current, Instant now) {
        var isDecided = current.storedState() == ContestState.ANNOUNCED || current.storedState() == ContestState.HELD;
        return traffic.isQuiet() && (isDecided || !now.isBefore(givenUpAt()));
    }

    private Instant givenUpAt() {
        var announcesAt = contest.announcesAt();
        return (announcesAt == null ? contest.window().closesAt() : announcesAt).plus(PATIENCE);
    }

    RehearsalReport progress(List<CloseSteps.Attempt> steps) {
        return report(RehearsalReport.RUNNING, null, steps, List.of());
    }

    RehearsalReport failed(List<CloseSteps.Attempt> steps, String because) {
        return report(RehearsalReport.FAILED, null, steps, List.of(because));
    }

    /** @param finding null when nothing was certified */
    RehearsalReport ended(
            ContestDetails current, RehearsalCheck.@Nullable Finding finding, List<CloseSteps.Attempt> steps) {
        List<String> problems = new ArrayList<>();
        addProblemsOfTheClose(current, finding, problems);
        addProblemsOfTheCrowd(finding, problems);
        return report(problems.isEmpty() ? RehearsalReport.PASSED : RehearsalReport.FAILED, finding, steps, problems);
    }

    private static void addProblemsOfTheClose(
            ContestDetails current, RehearsalCheck.@Nullable Finding finding, List<String> problems) {
        if (current.storedState() != ContestState.ANNOUNCED) {
            problems.add(
                    current.heldReason() == null
                            ? "It was not announced in time: it is still "
                                    + current.storedState().jsonName()
                            : "The close is held: " + current.heldReason());
        }
        if (finding == null) {
            return;
        }
        if (!finding.recountAgrees()) {
            problems.add("A recount does not give what was certified");
        }
        if (!finding.acknowledgedInLedger()) {
            problems.add("Pings with a receipt are not in the ledger, or not in the certificate");
        }
        if (finding.closedAfterMillis() > OVERDUE.toMillis()) {
            problems.add("It was certified only " + finding.closedAfterMillis() + " ms after the window closed");
        }
    }

    private void addProblemsOfTheCrowd(RehearsalCheck.@Nullable Finding finding, List<String> problems) {
        var told = answers.sums();
        if (told.refusedInEarnest() > 0) {
            problems.add(told.refusedInEarnest() + " pings were not taken: " + told.refusals());
        }
        if (traffic.leftOut() > traffic.sent() / TOLERATED) {
            problems.add(traffic.leftOut() + " pings were not sent, for too many waited for their answer");
        }
        if (finding != null && finding.result().counted() == 0) {
            problems.add("No ping was counted");
        }
    }

    private RehearsalReport report(
            String state,
            RehearsalCheck.@Nullable Finding finding,
            List<CloseSteps.Attempt> steps,
            List<String> problems) {
        var told = answers.sums();
        return new RehearsalReport(
                begun.id(),
                state,
                begun.contest(),
                begun.rehearsalOf(),
                begun.window(),
                begun.pingsPerSecond(),
                begun.rulesChanged(),
                traffic.sent(),
                told.acknowledged(),
                told.refusedInEarnest() + told.shed(),
                told.shed(),
                told.late(),
                finding == null ? null : finding.result(),
                finding == null ? null : finding.recountAgrees(),
                finding == null ? null : finding.acknowledgedInLedger(),
                finding == null ? null : finding.closedAfterMillis(),
                steps,
                problems);
    }
}
