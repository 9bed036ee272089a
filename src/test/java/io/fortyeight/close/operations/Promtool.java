package io.fortyeight.close.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prometheus' own tool, of Debian's package prometheus. Tests that need it are skipped where it is missing; .ci/run has it. */
final class Promtool {

    private static final long PATIENCE_SECONDS = 60;

    private Promtool() {}

    /** Runs it; it must end well, and may not say more than that. */
    static String run(String input, String... arguments) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "promtool is not on the PATH");
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "promtool-");
        var in = Files.writeString(folder.resolve("in"), input);
        var out = folder.resolve("out");
        var command = Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        var ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        var said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(ended).as("%s ends", command).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, said).isZero();
        return said;
    }

    private static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }
}
