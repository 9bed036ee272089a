package io.fortyeight.board;

import io.fortyeight.closing.CloseStep;
import io.fortyeight.closing.CloseSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    static List<StepRow> of(List<CloseSteps.Attempt> attempts, Instant now) {
        var byStep = attempts.stream().collect(Collectors.toMap(CloseSteps.Attempt::step, Function.identity()));
        return Arrays.stream(CloseStep.values())
                .map(step -> of(step, byStep.get(step.wire()), now))
                .toList();
    }

    private static StepRow of(CloseStep step, CloseSteps.@Nullable Attempt attempt, Instant now) {
        var name = step.wire().substring(0, 1).toUpperCase(Locale.ROOT)
                + step.wire().substring(1);
        if (attempt == null) {
            return new StepRow(name, "open", "Not yet", null);
        }
        var finishedAt = attempt.finishedAt();
        var again = attempt.attempts() == 1 ? "" : ", attempt " + attempt.attempts();
        if (finishedAt != null) {
            var took = Spans.took(Duration.between(attempt.startedAt(), finishedAt));
            return new StepRow(name, "done", "Done in " + took + again, attempt.detail());
        }
        return new StepRow(
                name,
                "running",
                (attempt.detail() == null ? "Under way for " : "Waiting for ")
                        + Spans.between(attempt.startedAt(), now)
                        + again,
                attempt.detail());
    }
}
