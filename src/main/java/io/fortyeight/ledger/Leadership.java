package io.fortyeight.ledger;

/** Whether this instance is the one that writes. */
public interface Leadership {

    /** True while this instance holds the writer's lock and takes pings. */
    boolean isLeader();

    /** Whether {@code FORTYEIGHT_UNSAFE} lets a database be used that may lose what it confirms. */
    boolean isUnsafe();
}
