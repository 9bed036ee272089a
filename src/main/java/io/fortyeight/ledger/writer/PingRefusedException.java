package io.fortyeight.ledger.writer;

import io.fortyeight.web.http.UnavailableException;

/** A ping was not taken, for now: nothing is known of it to be in the ledger. Sending it again is right. */
public final class PingRefusedException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    /** Why a ping was not taken. */
    public enum Cause {
        QUEUE_FULL("Too many pings are waiting"),
        NOT_THE_WRITER("This instance does not write the ledger now"),
        DATABASE_AWAY("The database does not answer"),
        WRITE_FAILED("The database can't write now: its disk may be full"),
        NOT_DURABLE(
                "The database does not keep what it confirms: fsync, full_page_writes or synchronous_commit is off"),
        MEMORY_FULL("Too many new visitors from this network"),
        POISONOUS("The ledger can't take this ping");

        private final String detail;

        Cause(String detail) {
            this.detail = detail;
        }

        public String detail() {
            return detail;
        }
    }

    private final Cause why;

    /** Made per refused ping, so without a stack trace: floods must stay cheap. */
    public PingRefusedException(Cause why) {
        super(why.detail());
        this.why = why;
    }

    public Cause why() {
        return why;
    }
}
