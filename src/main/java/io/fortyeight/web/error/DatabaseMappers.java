package io.fortyeight.web.error;

import io.fortyeight.web.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** A database that does not answer is 503 with {@code Retry-After}; anything else that it says is our fault, 500. */
class DatabaseMappers {

    private static final Logger LOG = Logger.getLogger(DatabaseMappers.class);

    /** SQLSTATE classes: connection failure, lack of resources, operator intervention; appendix A of the manual. */
    private static final Set<String> AWAY = Set.of("08", "53", "57");

    private static final int CLASS_LENGTH = 2;

    @ServerExceptionMapper
    Response of(SQLException failure) {
        return answer(failure, failure);
    }

    @ServerExceptionMapper
    Response of(JDBCException failure) {
        return answer(failure.getSQLException(), failure);
    }

    private static Response answer(@Nullable SQLException cause, Exception failure) {
        if (isAway(cause == null ? null : cause.getSQLState())) {
            LOG.warnf("The database does not answer: %s", failure.getMessage());
            return Problems.databaseAway().toResponse();
        }
        LOG.error("The database refused a statement", failure);
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR).toResponse();
    }

    /** The connection pool has no state for its own time-out. */
    private static boolean isAway(@Nullable String state) {
        return state == null || state.length() < CLASS_LENGTH || AWAY.contains(state.substring(0, CLASS_LENGTH));
    }
}
