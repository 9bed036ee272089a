package io.fortyeight.spread;

import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.withCampaigns;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.credit.WrittenCredit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cheats try with share links, and what the rules do about it; docs/sharing.md says the same in words. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class FairPlayTest {

    private static final String HOME = "192.0.2.1";
    private static final String FAIR = "{\"preset\":\"fair-48h\"}";

    @Inject
    DataSource database;

    private ProxiedClient client;
    private String contest;

    @BeforeEach
    void open() {
        client = new ProxiedClient(RestAssured.port);
        contest = contest(FAIR);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static String contest(String rules) {
        return withCampaigns(TestContests.contest(now().minusSeconds(60), Duration.ofHours(48), rules), "a", "b");
    }

    /** Without the script a browser is known by its name: ten browsers are ten visitors. Nothing catches this. */
    @Test
    void ownLink_fromTenBrowsersBehindOneAddress_withoutTheScript_bringsNine() {
        var sharer = new Supporter(client, contest, HOME, browser(0), null);
        sharer.view("a", null);
        var code = sharer.link("a", Platform.TWITTER);
        assertThat(sharer.come("a", code)).isEqualTo("repeat");
        for (var i = 1; i < 10; i++) {
            assertThat(sharer.withUserAgent(browser(i)).come("a", code)).isEqualTo("counted");
        }
        assertThat(of(code)).isEqualTo(sums("visits 9, visitors 9, counted 9, own 1, generation 0"));
    }

    /** Whoever reads the ledger shall not see whose a code is. */
    @Test
    void ownView_isInThePublishedLedgerAsIfItCarriedNone() {
        var sharer = fan(1);
        sharer.view("a", null);
        var code = sharer.link("a", Platform.TWITTER);
        sharer.come("a", code);
        fan(2).come("a", code);
        assertThat(of(code)).containsEntry("own", 1L).containsEntry("visits", 1L);
        assertThat(ledger(contest))
                .map(line -> line.path("via").asText("-") + " "
                        + line.path("credited").asText("-"))
                .containsExactly("- -", "- -", code + " " + code);
    }

    /** With the script each browser has an id of its own. As before, but the same browser twice is one visitor, too. */
    @Test
    void ownLink_fromTenBrowsersBehindOneAddress_withTheScript_bringsNine() {
        var sharer = new Supporter(client, contest, HOME, "id-0");
        sharer.view("a", null);
        var code = sharer.link("a", Platform.TWITTER);
        sharer.come("a", code);
        for (var i = 1; i < 10; i++) {
            assertThat(sharer.withVisitor("id-" + i).come("a", code)).isEqualTo("counted");
            assertThat(sharer.withVisitor("id-" + i).come("a", code)).isEqualTo("repeat");
        }
        assertThat(of(code)).isEqualTo(sums("visits 18, visitors 9, counted 9, discounted 9, own 1, generation 0"));
    }

    /** The allowance of a network ends it. */
    @Test
    void inventedVisitors_behindOneAddress_countOnlyAsFarAsTheNetworksAllowance() {
        contest = contest("{\"preset\":\"fair-48h\",\"network\":{\"slot\":\"PT1H\",\"max\":5}}");
        var sharer = new Supporter(client, contest, HOME, "sharer");
        sharer.view("a", null);
        var code = sharer.link("a", Platform.TWITTER);
        for (var i = 1; i <= 4; i++) {
            assertThat(sharer.withVisitor("id-" + i).come("a", code)).isEqualTo("counted");
        }
        for (var i = 5; i <= 20; i++) {
            assertThat(sharer.withVisitor("id-" + i).come("a", code)).isEqualTo("crowded");
        }
        assertThat(of(code)).isEqualTo(sums("visits 20, visitors 4, counted 4, discounted 16, generation 0"));
        assertThat(new WrittenCredit(database, contest).generations(0)).isEqualTo(Map.of(0, 1L, 1, 4L));
    }

    @Test
    void robotThatFollowsLinks_givesNoCredit() {
        var code = fan(1).link("a", Platform.REDDIT);
        var robot = fan(2).withUserAgent(TestContests.ROBOT);
        robot.open(code);
        for (var i = 0; i < 5; i++) {
            assertThat(robot.view("a", code)).isEqualTo("robot");
        }
        assertThat(of(code)).isEqualTo(sums("robots 5"));
        assertThat(new WrittenCredit(database, contest).generations(0)).isEmpty();
    }

    @Test
    void fetcherOfPreviews_isNoVisit() {
        var code = fan(1).link("a", Platform.FACEBOOK);
        var fetcher = fan(2).withUserAgent("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)");
        for (var i = 0; i < 5; i++) {
            assertThat(fetcher.open(code).status()).isEqualTo(200);
        }
        assertThat(ledger(contest)).isEmpty();
        assertThat(fetcher.view("a", code)).isEqualTo("robot");
        assertThat(of(code)).isEqualTo(sums("robots 1"));
    }

    /** From one place the allowance stops it; from many it looks like a success, and only stands out. */
    @Test
    void clickFarm_ofManyNetworks_counts_andStandsOut() {
        var sharer = fan(0);
        sharer.view("a", null);
        var code = sharer.link("a", Platform.TELEGRAM);
        for (var i = 1; i <= 40; i++) {
            assertThat(fan(i).come("a", code)).isEqualTo("counted");
        }
        assertThat(of(code)).isEqualTo(sums("visits 40, visitors 40, counted 40, generation 0"));
    }

    @Test
    void loops_ofAnyLength_giveNoCredit() {
        var first = fan(1);
        first.view("a", null);
        var codes = new String[6];
        codes[1] = first.link("a", Platform.TWITTER);
        for (var i = 2; i <= 5; i++) {
            assertThat(fan(i).come("a", codes[i - 1])).isEqualTo("counted");
            codes[i] = fan(i).link("a", Platform.TWITTER);
        }
        for (var i = 2; i <= 5; i++) {
            assertThat(first.come("a", codes[i])).isEqualTo("repeat");
            assertThat(of(codes[i]))
                    .as("from %d back to the first", i)
                    .containsEntry("loops", 1L)
                    .doesNotContainKey("discounted");
        }
        assertThat(fan(2).come("a", codes[5])).isEqualTo("repeat");
        assertThat(of(codes[5])).isEqualTo(sums("loops 2"));
        assertThat(new WrittenCredit(database, contest).generations(0)).hasSize(5);
    }

    /** The link that brought A is not forgotten for a loop. */
    @Test
    void viewThatLoops_isCreditedToTheLinkFollowedBefore() {
        var friend = fan(1);
        friend.view("a", null);
        var friends = friend.link("a", Platform.LINE);
        var first = fan(2);
        first.come("a", friends);
        var firsts = first.link("a", Platform.LINE);
        fan(3).come("a", firsts);
        first.come("a", fan(3).link("a", Platform.LINE));
        assertThat(of(friends)).isEqualTo(sums("visits 1, visitors 1, counted 1, discounted 1, generation 0"));
    }

    @Test
    void codeThatIsGuessed_orOfAnotherCampaign_isAsNone() {
        var sharer = fan(1);
        sharer.view("b", null);
        var ofB = sharer.link("b", Platform.TWITTER);
        assertThat(fan(2).view("a", ofB)).isEqualTo("counted");
        assertThat(fan(3).view("a", "guessed123")).isEqualTo("counted");
        assertThat(fan(4).view("a", ofB.substring(1))).isEqualTo("counted");
        assertThat(fan(5).open("guessed123").status()).isEqualTo(404);
        assertThat(of(ofB)).isEmpty();
        var written = new WrittenCredit(database, contest);
        assertThat(written.generations(0)).isEqualTo(Map.of(0, 3L));
        assertThat(ledger(contest)).noneMatch(line -> line.has("credited"));
    }

    /** A code of another contest is unknown in this one. */
    @Test
    void codeOfAnotherContest_isAsNone() {
        var elsewhere = new Supporter(client, contest(FAIR), HOME, "sharer");
        elsewhere.view("a", null);
        var code = elsewhere.link("a", Platform.TWITTER);
        assertThat(fan(1).view("a", code)).isEqualTo("counted");
        fan(1).link("a", Platform.TWITTER);
        new WrittenCredit(database, contest).given();
        assertThat(new WrittenCredit(database, contest).generations(0)).isEqualTo(Map.of(0, 1L));
        assertThat(ledger(contest)).noneMatch(line -> line.has("credited"));
    }

    private Supporter fan(int number) {
        return new Supporter(client, contest, "198.51.100." + number, "fan-" + number);
    }

    private static String browser(int number) {
        return "Mozilla/5.0 (X11; Linux x86_64; rv:1" + number + "8.0) Gecko/20100101 Firefox/1" + number + "8.0";
    }

    /** What is written of a link. */
    private Map<String, Long> of(String code) {
        return new WrittenCredit(database, contest).given().of(code);
    }

    /** For instance {@code visits 9, own 1}. */
    private static Map<String, Long> sums(String text) {
        return Arrays.stream(text.split(", "))
                .map(part -> part.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1])));
    }
}
