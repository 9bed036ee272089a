package io.fortyeight.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Writes a log to import, as NDJSON: so many pings, spread evenly over a stretch of time before now, by so many
 * visitors in turn, each on an address of its own, on the campaigns {@code c1} to {@code c4}.
 */
public final class ImportLog {

    private static final int CAMPAIGNS = 4;
    private static final int BUFFER_BYTES = 1 << 16;

    private ImportLog() {}

    /** Arguments: pings visitors from until, the last two as durations before now; several such groups of four. */
    public static void main(String[] arguments) throws IOException {
        var now = Instant.now();
        var random = new Random(48);
        var buffered = new BufferedOutputStream(System.out, BUFFER_BYTES);
        try (var out = new PrintStream(buffered, false, StandardCharsets.UTF_8)) {
            for (var group = 0; group + 3 < arguments.length; group += 4) {
                write(
                        out,
                        random,
                        Long.parseLong(arguments[group]),
                        Integer.parseInt(arguments[group + 1]),
                        now.minus(Duration.parse(arguments[group + 2])).toEpochMilli(),
                        now.minus(Duration.parse(arguments[group + 3])).toEpochMilli());
            }
        }
    }

    private static void write(
            PrintStream out, Random random, long pings, int visitors, long fromMillis, long untilMillis) {
        for (var ping = 0L; ping < pings; ping++) {
            var at = Instant.ofEpochMilli(fromMillis + (untilMillis - fromMillis) * ping / pings);
            var visitor = ping % visitors;
            out.print("{\"at\":\"" + at + "\",\"kind\":\"view\",\"campaign\":\"c" + (1 + random.nextInt(CAMPAIGNS))
                    + "\",\"visitor\":\"visitor-" + visitor + "\",\"ip\":\"10." + visitor / 62_500 % 250 + "."
                    + visitor / 250 % 250 + "." + visitor % 250 + "\"}\n");
        }
    }
}
