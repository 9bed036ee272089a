package io.fortyeight.contest.directory;

import io.fortyeight.web.http.Problems;
import java.util.Collection;
import java.util.Optional;

/** All contests, in memory: looking one up never waits for the database. */
public interface ContestDirectory {

    Optional<ContestDetails> find(String slug);

    /**
     * The contest of that slug.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none
     */
    default ContestDetails known(String slug) {
        return find(slug).orElseThrow(() -> Problems.notFound("There is no such contest"));
    }

    Optional<ContestDetails> find(int id);

    Collection<ContestDetails> all();

    /** Whether some campaign of some contest allows this web origin. */
    boolean knowsOrigin(String origin);

    /** The key of the contest's pseudonyms, 32 bytes; empty once destroyed. Callers don't keep it. */
    Optional<byte[]> secret(int contestId);

    /** Reads the database again; returns when every later look-up sees what had been committed before the call. */
    void refresh();
}
