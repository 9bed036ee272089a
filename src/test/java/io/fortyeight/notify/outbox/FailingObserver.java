package io.fortyeight.notify.outbox;

import io.fortyeight.contest.lifecycle.StateChange;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes steps of some contests fail, after everyone else has been told of them. */
@Singleton
class FailingObserver {

    static final Set<Integer> FAILING = ConcurrentHashMap.newKeySet();

    void fail(@Observes @Priority(Integer.MAX_VALUE) StateChange change) {
        if (FAILING.contains(change.contestId())) {
            throw new IllegalStateException("This step is meant to fail");
        }
    }
}
