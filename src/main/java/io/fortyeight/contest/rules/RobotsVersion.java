package io.fortyeight.contest.rules;

/** The robots list in force, which every card names. */
public interface RobotsVersion {

    /** Name and version, for instance {@code crawler-user-agents 1.60.0}. */
    String robots();
}
