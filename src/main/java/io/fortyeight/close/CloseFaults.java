package io.fortyeight.close;

import io.fortyeight.contest.directory.ContestDirectory;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Lets tests kill or freeze this process at a step of a close ({@code fortyeight.closing.faults}): what must hold when a
 * machine dies there can only be shown by dying there. Without that setting, which nobody has a reason to make, it does
 * nothing.
 */
@ApplicationScoped
class CloseFaults {

    private static final Logger LOG = Logger.getLogger(CloseFaults.class);
    private static final int KILLED = 137;

    /** Where in a step: once it has been recorded as begun, or, for what is done in one transaction, right after that. */
    record Fault(String contest, String point, Kind kind) {

        /** For instance {@code autumn/certify/kill}, or {@code autumn/after-certify/freeze}. */
        static Fault of(String text) {
            var parts = text.split("/", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("Not a fault: " + text);
            }
            return new Fault(parts[0], parts[1], Kind.valueOf(parts[2].toUpperCase(Locale.ROOT)));
        }
    }

    enum Kind {
        /** The process ends at once, as by {@code kill -9}. */
        KILL,
        /** The process stands still until it gets {@code SIGCONT}. */
        FREEZE
    }

    private final ContestDirectory directory;
    private final List<Fault> faults;

    CloseFaults(ContestDirectory directory, ClosingConfig config) {
        this.directory = directory;
        this.faults =
                config.faults().stream().flatMap(List::stream).map(Fault::of).toList();
    }

    void warn(@Observes StartupEvent event) {
        if (!faults.isEmpty()) {
            LOG.errorf("This instance will break at steps of closes, as tests want it to: %s", faults);
        }
    }

    /** Breaks, if it is to, at the first attempt only: whoever takes over gets through. */
    void at(int contestId, CloseStep step, int attempts) {
        if (attempts == 1) {
            at(contestId, step.jsonName());
        }
    }

    /** The step's transaction has been committed. */
    void after(int contestId, CloseStep step) {
        at(contestId, "after-" + step.jsonName());
    }

    private void at(int contestId, String point) {
        for (var fault : faults) {
            if (fault.point().equals(point)
                    && directory
                            .find(contestId)
                            .filter(contest -> contest.slug().equals(fault.contest()))
                            .isPresent()) {
                strike(fault);
            }
        }
    }

    private static void strike(Fault fault) {
        LOG.errorf("Breaking here: %s", fault);
        if (fault.kind() == Kind.KILL) {
            Runtime.getRuntime().halt(KILLED);
        }
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
