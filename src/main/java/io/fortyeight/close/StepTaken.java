package io.fortyeight.close;

/**
 * A step of a close has come to its end. Fired as a CDI event after it was recorded, for those who measure.
 *
 * @param millis how long its last attempt took
 */
public record StepTaken(int contestId, CloseStep step, long millis) {}
