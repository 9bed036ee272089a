package io.fortyeight.ingest;

import io.fortyeight.ledger.link.ShareLinksAwayException;
import io.fortyeight.ledger.store.LedgerUnreadableException;
import io.fortyeight.ledger.writer.PingRefusedException;
import io.fortyeight.web.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers 503 with {@code Retry-After} when the judge does not take a ping or an edit, or the ledger or share links can't be
 * read. Made here and not thrown on: a flood of refusals must not fill the log, which already says why the writer is away.
 */
class DatabaseAway {

    private static final long RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    Response refused(PingRefusedException refusal) {
        return problem(refusal).toResponse();
    }

    @ServerExceptionMapper
    Response unreadable(LedgerUnreadableException failure) {
        return Problems.databaseAway().toResponse();
    }

    @ServerExceptionMapper
    Response away(ShareLinksAwayException failure) {
        return Problems.unavailable(failure.detail(), RETRY_AFTER_SECONDS).toResponse();
    }

    /** The problem behind a future that failed. */
    static HttpProblem problem(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof HttpProblem problem) {
            return problem;
        }
        return cause instanceof PingRefusedException refusal
                ? problem(refusal)
                : HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR);
    }

    private static HttpProblem problem(PingRefusedException refusal) {
        return Problems.unavailable(refusal.why().detail(), RETRY_AFTER_SECONDS);
    }
}
