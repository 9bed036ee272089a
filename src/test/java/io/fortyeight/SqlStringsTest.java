package io.fortyeight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.fortyeight.ledger.read.LedgerReader;
import io.fortyeight.ledger.read.TallyReader;
import org.junit.jupiter.api.Test;

/** Shows that the wall for SQL in {@link ArchitectureTest} can fail: it sees what it is to see. */
class SqlStringsTest {

    /** Walks around the wall in the ways that are left to it. */
    private static final class Trespasser {

        private static final String BLOCK = """
                SELECT p.contest_id, sum(t.count)
                FROM counted_partition AS p
                JOIN tally AS t ON t.partition_id = p.id
                GROUP BY 1
                """;

        static String literal() {
            return "select count(*) from ledger where campaign = ?";
        }

        static String joined(String column) {
            return BLOCK + "SELECT " + column + " FROM unledgered";
        }
    }

    private static final class Neighbour {

        static String harmless() {
            return "SELECT FROM share_link WHERE code = ? -- where nothing is read from the ledger";
        }
    }

    @Test
    void sqlOfReaders_isSeen() {
        var readers = new ClassFileImporter().importClasses(TallyReader.class, LedgerReader.class);
        assertThat(SqlStrings.thatReadCounts(readers.get(TallyReader.class)))
                .anySatisfy(sql -> assertThat(sql).contains("JOIN counted_partition AS p"));
        assertThat(SqlStrings.thatReadCounts(readers.get(LedgerReader.class)))
                .anySatisfy(sql -> assertThat(sql).contains("SELECT received_at FROM ledger"));
    }

    @Test
    void sqlThatWalksAround_failsWithTheNameOfItsClass() {
        var trespasser = new ClassFileImporter().importClasses(Trespasser.class);
        assertThat(SqlStrings.thatReadCounts(trespasser.get(Trespasser.class))).hasSize(3);
        var rule = classes().should(SqlStrings.readNoCounts());
        assertThatThrownBy(() -> rule.check(trespasser))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(Trespasser.class.getName() + " has SQL that reads counts: select count(*)");
    }

    @Test
    void sqlOfOtherTables_isFree() {
        var neighbour = new ClassFileImporter().importClasses(Neighbour.class);
        assertThat(SqlStrings.thatReadCounts(neighbour.get(Neighbour.class))).isEmpty();
    }
}
