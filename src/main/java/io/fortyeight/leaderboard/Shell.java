package io.fortyeight.leaderboard;

import io.fortyeight.ledger.Leadership;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What every page has around it: its style and scripts, and the warning when counts may be lost. */
@Singleton
public class Shell {

    private static final String FOLDER = "META-INF/resources/";
    private static final List<String> ASSETS =
            List.of("fortyeight.css", "pages.js", "close-board.js", "desk.js", "mark.svg");
    private static final int VERSION_LENGTH = 12;

    private final Leadership leadership;
    private final String version = version();

    Shell(Leadership leadership) {
        this.leadership = leadership;
    }

    public boolean isUnsafe() {
        return leadership.isUnsafe();
    }

    /** Changes with the files, for browsers keep them for long. */
    public String getVersion() {
        return version;
    }

    private static String version() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var asset : ASSETS) {
                try (var file = Shell.class.getClassLoader().getResourceAsStream(FOLDER + asset)) {
                    if (file == null) {
                        throw new IllegalStateException("The file " + asset + " is missing from this build");
                    }
                    sha256.update(file.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java has SHA-256", impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
