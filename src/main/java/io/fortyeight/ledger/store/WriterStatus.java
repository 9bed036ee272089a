package io.fortyeight.ledger.store;

import io.fortyeight.web.page.DurabilityStatus;
import java.util.OptionalLong;

/** Whether this instance is the one that writes. */
public interface WriterStatus extends DurabilityStatus {

    /** True while this instance holds the writer's lock and takes pings. */
    boolean isLeader();

    /** The number of this instance's time as the writer, while it is: each one that follows has a higher one. */
    OptionalLong epoch();

    /** True while this instance takes pings, and its last commit did not fail a moment ago. */
    boolean canWrite();
}
