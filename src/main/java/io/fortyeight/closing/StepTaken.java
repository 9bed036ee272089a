package io.fortyeight.closing;

import java.time.Duration;

/**
 * A step of a close has come to its end, successfully. A CDI event for whoever measures: fire it outside the step's
 * transaction, so that nobody who listens can hold up or undo the step.
 *
 * @param step one of a few fixed names: it becomes a label of {@code fortyeight_close_step_seconds}
 */
public record StepTaken(int contestId, String step, Duration took) {}
