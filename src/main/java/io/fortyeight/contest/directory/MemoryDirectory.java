package io.fortyeight.contest.directory;

import io.fortyeight.account.secret.WrappingKey;
import io.fortyeight.web.http.KnownOrigins;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The directory as a snapshot that is swapped as a whole. */
@Singleton
class MemoryDirectory implements ContestDirectory, KnownOrigins {

    private static final int BEFORE_FEATURES_START = WrappingKey.READY + 20;

    private final DirectoryLoad load;
    private final DirectoryVersion version;
    private final AtomicLong asked = new AtomicLong();
    private final Object loading = new Object();
    private long answered;
    private volatile DirectorySnapshot snapshot = DirectorySnapshot.EMPTY;

    MemoryDirectory(DirectoryLoad load, DirectoryVersion version) {
        this.load = load;
        this.version = version;
    }

    void start(@Observes @Priority(BEFORE_FEATURES_START) StartupEvent event) {
        refresh();
    }

    @Override
    public Optional<ContestDetails> find(String slug) {
        return Optional.ofNullable(snapshot.bySlug().get(slug));
    }

    @Override
    public Optional<ContestDetails> find(int id) {
        return Optional.ofNullable(snapshot.byId().get(id));
    }

    @Override
    public Collection<ContestDetails> all() {
        return snapshot.contests();
    }

    @Override
    public boolean knowsOrigin(String origin) {
        return snapshot.origins().contains(origin);
    }

    @Override
    public boolean knows(String origin) {
        return knowsOrigin(origin);
    }

    @Override
    public Optional<byte[]> secret(int contestId) {
        return Optional.ofNullable(snapshot.secrets().get(contestId)).map(byte[]::clone);
    }

    /** Calls that come while one loads share the next load, so a burst of changes costs two. */
    @Override
    public void refresh() {
        var ticket = asked.incrementAndGet();
        synchronized (loading) {
            if (answered < ticket) {
                var upTo = asked.get();
                snapshot = load.load();
                answered = upTo;
            }
        }
    }

    /** Refreshes when another instance, or this one, has changed a contest since the last load. */
    void refreshIfChanged() {
        if (version.read() != snapshot.version()) {
            refresh();
        }
    }
}
