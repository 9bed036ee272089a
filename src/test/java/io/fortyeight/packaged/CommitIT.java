package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.packaged.DatabaseProxy.Cut;
import io.fortyeight.postgres.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection to the database breaks at the commit of a batch, so that nobody knows its outcome. The token settles it. */
@Tag("drill")
@TestInstance(Lifecycle.PER_CLASS)
class CommitIT {

    /** Of the whole class: one application lives through all of it. */
    private final List<String> receipts = new ArrayList<>();

    private EmbeddedDatabase database;
    private DatabaseProxy proxy;
    private PackagedApplication application;

    @BeforeAll
    void start() throws Exception {
        database = EmbeddedDatabase.start(PackagedApplication.freshFolder("commit"), EmbeddedDatabase.ANY_PORT);
        proxy = DatabaseProxy.before(database.port());
        var settings = Map.of("FORTYEIGHT_LEDGER_LEASE", "PT5S");
        application = PackagedApplication.onDatabase(proxy.jdbcUrl(), database.username(), settings)
                .start();
        Audit.prepare(application);
    }

    @AfterAll
    void stop() throws Exception {
        application.close();
        proxy.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_STATEMENT", "BEFORE_COMMIT", "AT_COMMIT", "AFTER_COMMIT"})
    void brokenConnection_isSettledByTheToken(Cut cut) throws Exception {
        try (var trial = new Trial("Connection cut, " + words(cut), receipts)) {
            for (var cycle = 0; cycle < Trial.cycles(); cycle++) {
                trial.begin(application);
                cutNext(cut);
                trial.awaitHealed();
                assertThat(trial.end())
                        .as("settled in time: whoever waited for the batch was told its true outcome")
                        .isZero();
            }
            trial.report();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SILENCE_AFTER_COMMIT")
    void silentConnection_isGivenUp(Cut cut) throws Exception {
        try (var trial = new Trial("Connection cut, " + words(cut), receipts)) {
            trial.begin(application);
            cutNext(cut);
            trial.awaitNotReady();
            trial.awaitHealed();
            trial.end();
            trial.report();
        }
    }

    private void cutNext(Cut cut) {
        var before = proxy.cuts();
        proxy.cutNext(cut);
        Trial.until("the cut", () -> proxy.cuts() > before);
    }

    private static String words(Cut cut) {
        return cut.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
