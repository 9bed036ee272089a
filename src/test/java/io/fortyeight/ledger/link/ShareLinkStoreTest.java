package io.fortyeight.ledger.link;

import static io.fortyeight.TestContests.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortyeight.DatabaseResource;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ledger.link.ShareLink.Target;
import io.fortyeight.web.data.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ShareLinkStoreTest {

    private static final Logger LOG = Logger.getLogger(ShareLinkStoreTest.class);

    /** How many are drawn against the real index: 10^7 to see what the alphabet is worth. */
    private static final int CODES = Integer.getInteger("fortyeight.links.codes", 20_000);

    private static final int BATCH = 10_000;

    @Inject
    DataSource database;

    @Inject
    ContestDirectory directory;

    @Test
    void codeThatIsTaken_isDrawnAgain() throws SQLException {
        var contestId = contest();
        var rigged = new Rigged(draw(1), draw(1), draw(1), draw(2));
        var store = new ShareLinkStore(new Database(database), new ShareLinkCodes(rigged));
        var first = store.codeOf(link(contestId, 1), 0);
        var second = store.codeOf(link(contestId, 2), 0);
        assertThat(second).isNotEqualTo(first);
        assertThat(rigged.drawn).as("codes drawn").isEqualTo(4);
        assertThat(store.codeOf(link(contestId, 2), 0)).isEqualTo(second);
        assertThat(store.target(first)).contains(new Target(contestId, 0));
    }

    @Test
    void sourceThatIsStuck_isGivenUp_andLeavesNoLink() throws SQLException {
        var contestId = contest();
        var taken = new ShareLinkStore(new Database(database), new ShareLinkCodes(new Rigged(draw(3))))
                .codeOf(link(contestId, 1), 0);
        var stuck = new Rigged(draw(3));
        var store = new ShareLinkStore(new Database(database), new ShareLinkCodes(stuck));
        assertThatThrownBy(() -> store.codeOf(link(contestId, 2), 0))
                .isInstanceOf(ShareLinksAwayException.class)
                .hasMessage("No free code was found for the share link");
        assertThat(stuck.drawn).isEqualTo(9);
        assertThat(links(contestId)).isEqualTo(1);
        assertThat(store.codeOf(link(contestId, 1), 0)).as("there already").isEqualTo(taken);
    }

    /** Two letters make 1024 codes: in the end more than every third is taken. */
    @Test
    void crowdedCodes_areStillOneToOne() throws SQLException {
        var contestId = contest();
        var random = new Random(48);
        RandomGenerator crowded = new RandomGenerator() {
            @Override
            public long nextLong() {
                return random.nextLong();
            }

            @Override
            public int nextInt(int bound) {
                return 24 + random.nextInt(2);
            }
        };
        var store = new ShareLinkStore(new Database(database), new ShareLinkCodes(crowded));
        var codes = new ArrayList<String>();
        for (var visitor = 0; visitor < 400; visitor++) {
            codes.add(store.codeOf(link(contestId, visitor), 0));
        }
        assertThat(new HashSet<>(codes)).hasSize(400);
        assertThat(links(contestId)).isEqualTo(400);
    }

    /** Batches of what {@link ShareLinkStore} does one by one: what the index refuses is a clash. */
    @Test
    void realCodes_hardlyEverClash() throws SQLException {
        var contestId = contest();
        var codes = new ShareLinkCodes(new SecureRandom());
        var begunNanos = System.nanoTime();
        var clashes = 0L;
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO share_link (contest_id, campaign, platform, sharer, code, created_at)
                        SELECT ?, 0, 'A', gen_random_uuid(), code, 0 FROM unnest(?::text[]) AS code
                        ON CONFLICT DO NOTHING
                        """)) {
            for (var made = 0; made < CODES; made += BATCH) {
                insert.setInt(1, contestId);
                insert.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                IntStream.range(0, BATCH)
                                        .mapToObj(i -> codes.next())
                                        .toArray()));
                clashes += BATCH - insert.executeUpdate();
            }
        } finally {
            LOG.infof("%d codes, %d clashes, %.1f s", CODES, clashes, (System.nanoTime() - begunNanos) / 1e9);
            delete(contestId);
        }
        // Of 28^10 codes, n make n^2 / (2 * 28^10) clashes on the average: 0.17 for 10^7.
        assertThat(clashes).isLessThanOrEqualTo(5);
    }

    private static int[] draw(int which) {
        var letters = new int[ShareLinkCodes.LENGTH];
        Arrays.fill(letters, which);
        return letters;
    }

    /** Draws the same codes in turn, as often as it is asked; begins anew at the end. */
    private static final class Rigged implements RandomGenerator {

        private final int[][] codes;
        private int letters;
        private int drawn;

        Rigged(int[]... codes) {
            this.codes = codes;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int nextInt(int bound) {
            var letter = letters % ShareLinkCodes.LENGTH;
            var code = codes[letters / ShareLinkCodes.LENGTH % codes.length];
            letters++;
            drawn = letters / ShareLinkCodes.LENGTH;
            return code[letter];
        }
    }

    private int contest() {
        return directory.known(live("null")).id();
    }

    private static ShareLink link(int contestId, int visitor) {
        return new ShareLink(contestId, 0, Platform.COPY, new VisitorKey(48, visitor));
    }

    private int links(int contestId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT count(*) FROM share_link WHERE contest_id = ?")) {
            statement.setInt(1, contestId);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private void delete(int contestId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("DELETE FROM share_link WHERE contest_id = ?")) {
            statement.setInt(1, contestId);
            statement.executeUpdate();
        }
    }
}
