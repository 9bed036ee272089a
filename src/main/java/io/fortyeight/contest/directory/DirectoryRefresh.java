package io.fortyeight.contest.directory;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Looks every second whether another instance has changed a contest: a standby must know them all when it takes over. */
class DirectoryRefresh {

    private final MemoryDirectory directory;

    DirectoryRefresh(MemoryDirectory directory) {
        this.directory = directory;
    }

    @Scheduled(
            every = "1s",
            delayed = "1s",
            identity = "directory-refresh",
            concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        directory.refreshIfChanged();
    }
}
