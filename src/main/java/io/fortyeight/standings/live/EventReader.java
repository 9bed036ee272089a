package io.fortyeight.standings.live;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One open stream of events. Both events are snapshots, so a reader that is behind skips what it missed; one that takes
 * nothing for ten seconds is disconnected. What waits for it is bounded: one event on top of a full socket.
 *
 * <p>Fields are touched only on the connection's event loop; the methods may be called from anywhere.
 */
final class EventReader {

    private static final Buffer HELLO = Buffer.buffer("retry: 2000\n\n");
    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Context context;
    private final HttpServerResponse response;
    private final Function<LiveBuild.Phase, Buffer> stateEvent;
    private long shown;
    private LiveBuild.@Nullable Phase phase;
    private @Nullable Buffer standings;
    private boolean isBehind;
    private long behindSinceNanos;

    /** @param stateEvent encodes the event {@code state} as of now */
    EventReader(Context context, HttpServerResponse response, Function<LiveBuild.Phase, Buffer> stateEvent) {
        this.context = context;
        this.response = response;
        this.stateEvent = stateEvent;
    }

    void greet() {
        context.runOnContext(ignored -> write(HELLO));
    }

    /** Sends what is new in a build. */
    void show(LiveBuild build) {
        context.runOnContext(ignored -> {
            if (build.number() < shown || !takes()) {
                return;
            }
            shown = build.number();
            if (!build.phase().equals(phase)) {
                phase = build.phase();
                write(stateEvent.apply(build.phase()));
            }
            var event = build.standings();
            if (event != null && event != standings) {
                standings = event;
                write(event);
            }
        });
    }

    void beat() {
        context.runOnContext(ignored -> {
            if (takes()) {
                write(HEARTBEAT);
            }
        });
    }

    /** The stream ends in order; browsers come back by themselves. */
    void end() {
        context.runOnContext(ignored -> {
            if (isOpen()) {
                response.end();
            }
        });
    }

    private boolean takes() {
        if (!isOpen()) {
            return false;
        }
        if (!response.writeQueueFull()) {
            isBehind = false;
            return true;
        }
        var now = System.nanoTime();
        if (!isBehind) {
            isBehind = true;
            behindSinceNanos = now;
        } else if (now - behindSinceNanos > PATIENCE_NANOS) {
            response.reset();
        }
        return false;
    }

    private void write(Buffer event) {
        if (isOpen()) {
            // A failed write means that the connection is gone, which the end of the exchange tells as well.
            response.write(event);
        }
    }

    private boolean isOpen() {
        return !response.ended() && !response.closed();
    }
}
