package io.fortyeight.web.data;

import java.sql.SQLException;
import java.util.Set;

/** The database did not answer, or refused a statement. Where nobody catches it, it is answered with 503 or 500. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String UNIQUE_VIOLATION = "23505";

    /**
     * SQLSTATE classes in which it may go well next time: connection failure, rolled back, lack of resources, locked, operator
     * intervention; appendix A of PostgreSQL's manual.
     */
    private static final Set<String> AWAY = Set.of("08", "40", "53", "55", "57");

    private static final int CLASS_LENGTH = 2;

    private final String state;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Whether it is not the statement's fault. The connection pool has no state for its own time-out. */
    public boolean isAway() {
        return state.length() < CLASS_LENGTH || AWAY.contains(state.substring(0, CLASS_LENGTH));
    }

    /** Whether a value is there already that may be there only once. */
    public boolean isUniqueViolation() {
        return state.equals(UNIQUE_VIOLATION);
    }
}
