package io.fortyeight.close.board;

import io.fortyeight.close.CloseStep;
import io.fortyeight.close.CloseSteps;
import io.fortyeight.web.page.PageText;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step of a close on the board; all five are listed, begun or not.
 *
 * @param style of the row: {@code done}, {@code running} or {@code open}
 * @param status for instance {@code Done in 0.25 s}
 */
record StepRow(
        String name, String style, String status, @Nullable String detail) {

    static List<StepRow> of(List<CloseSteps.Attempt> attempts, Instant now, PageText<BoardMessages> words) {
        var byStep = attempts.stream().collect(Collectors.toMap(CloseSteps.Attempt::step, Function.identity()));
        return Arrays.stream(CloseStep.values())
                .map(step -> of(step, byStep.get(step.jsonName()), now, words))
                .toList();
    }

    private static StepRow of(
            CloseStep step, CloseSteps.@Nullable Attempt attempt, Instant now, PageText<BoardMessages> words) {
        var messages = words.messages();
        var name = name(step, messages);
        if (attempt == null) {
            return new StepRow(name, "open", messages.notYet(), null);
        }
        var finishedAt = attempt.finishedAt();
        var again = attempt.attempts() == 1 ? "" : messages.attempt(attempt.attempts());
        if (finishedAt != null) {
            var took = words.took(Duration.between(attempt.startedAt(), finishedAt));
            return new StepRow(name, "done", messages.done(took) + again, attempt.detail());
        }
        var span = words.roughSpan(Duration.between(attempt.startedAt(), now));
        return new StepRow(
                name,
                "running",
                (attempt.detail() == null ? messages.underWay(span) : messages.waiting(span)) + again,
                attempt.detail());
    }

    private static String name(CloseStep step, BoardMessages messages) {
        return switch (step) {
            case DRAIN -> messages.stepDrain();
            case RECOUNT -> messages.stepRecount();
            case COMPARE -> messages.stepCompare();
            case CERTIFY -> messages.stepCertify();
            case ANNOUNCE -> messages.stepAnnounce();
        };
    }
}
