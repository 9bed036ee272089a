package io.fortyeight.close;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.lifecycle.ContestLifecycle;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.web.form.Texts;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.http.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What people may ask of a close: to begin, in a past contest, and to try again where it is held. */
@ApplicationScoped
public class CloseRequests {

    private final ContestDirectory directory;
    private final ContestLifecycle lifecycle;
    private final StampingClock clock;

    CloseRequests(ContestDirectory directory, ContestLifecycle lifecycle, StampingClock clock) {
        this.directory = directory;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /**
     * Asks for it; the close then runs by itself.
     *
     * @param by who asks
     * @param reason why a held close may try again, 1 to 200 characters; not looked at otherwise
     * @return the state that this led to
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 without a reason, 404 for no contest, 409 when it closes by itself
     */
    public ContestState ask(String slug, String by, @Nullable String reason) {
        var contest = directory.known(slug);
        switch (contest.stateAt(clock.now())) {
            case OPEN -> {
                if (!contest.past()) {
                    throw Problems.conflict("This contest closes by itself at "
                            + Instants.text(contest.window().closesAt()));
                }
                lifecycle.beginClosing(contest.id());
            }
            case HELD -> {
                var violations = new Violations();
                var given = Texts.named("reason", reason, violations);
                violations.throwIfAny();
                lifecycle.release(contest.id(), by, given);
            }
            case SCHEDULED ->
                throw Problems.conflict("This contest opens only at "
                        + Instants.text(contest.window().opensAt()));
            case CLOSING, CERTIFIED, ANNOUNCED -> {
                // Asked before: nothing is left to do.
            }
        }
        return directory.known(slug).stateAt(clock.now());
    }
}
