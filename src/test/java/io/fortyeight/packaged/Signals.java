package io.fortyeight.packaged;

import java.io.IOException;

/** Sends signals that Java has no method for. */
final class Signals {

    private Signals() {}

    /** @param name for instance {@code STOP}; nothing happens to a process that has ended */
    static void send(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
