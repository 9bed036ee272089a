package io.fortyeight.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The command during which something is measured; so measurements nest. */
final class Command {

    private Command() {}

    /**
     * Runs the command that {@code arguments} have from {@code first} on, and waits for its end.
     *
     * @throws IllegalStateException when it fails
     */
    static void run(String[] arguments, int first) throws IOException, InterruptedException {
        var command = List.of(Arrays.copyOfRange(arguments, first, arguments.length));
        var exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command + " exited with " + exit);
        }
    }
}
