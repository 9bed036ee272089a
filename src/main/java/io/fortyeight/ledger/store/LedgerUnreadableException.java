package io.fortyeight.ledger.store;

import java.sql.SQLException;

/** The database did not let the ledger be read, for now. */
public final class LedgerUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerUnreadableException(SQLException cause) {
        super("The ledger can't be read now: " + cause.getMessage(), cause);
    }
}
