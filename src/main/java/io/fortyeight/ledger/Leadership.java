package io.fortyeight.ledger;

/** Whether this instance is the one that writes. */
public interface Leadership {

    /** True while this instance holds the writer's lock and takes pings. */
    boolean isLeader();

    /** True while this instance takes pings, and its last commit did not fail a moment ago. */
    boolean canWrite();

    /** Whether {@code FORTYEIGHT_UNSAFE} lets a database be used that may lose what it confirms. */
    boolean isUnsafe();
}
