package io.fortyeight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ledger.writer.Answer;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PingAnswerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void json_holdsWhatIsThere() throws Exception {
        assertJson(Verdict.COUNTED, OptionalLong.empty(), "0.1.mac", """
                {"verdict":"counted","receipt":"0.1.mac"}""");
        assertJson(Verdict.REPEAT, OptionalLong.of(1387285200123L), "0.2.m_-", """
                {"verdict":"discounted","reason":"repeat","countsAgainAt":"2013-12-17T13:00:00.123Z","receipt":"0.2.m_-"}""");
        assertJson(Verdict.CAPPED, OptionalLong.empty(), "0.3.mac", """
                {"verdict":"discounted","reason":"capped","receipt":"0.3.mac"}""");
        assertJson(Verdict.LATE, OptionalLong.empty(), null, """
                {"verdict":"discounted","reason":"late"}""");
    }

    /** What is written by hand for speed is what the library would write. */
    @Test
    void json_ofEachVerdict_isWellFormed() throws Exception {
        for (var verdict : Verdict.values()) {
            for (var millis = 0L; millis < 2_000; millis += 500) {
                var answer = PingAnswer.of(new Answer(verdict, 0, 7, OptionalLong.of(millis)), "0.7.mac");
                var read = JSON.readTree(answer.json().getBytes());
                assertThat(read.path("verdict").textValue()).isEqualTo(answer.verdict());
                assertThat(read.path("reason").textValue()).isEqualTo(answer.reason());
                assertThat(read.path("receipt").textValue()).isEqualTo("0.7.mac");
            }
        }
    }

    private static void assertJson(Verdict verdict, OptionalLong again, String receipt, String expected) {
        var answer = PingAnswer.of(new Answer(verdict, 0, receipt == null ? 0 : 1, again), receipt);
        assertThat(answer.json().toString()).isEqualTo(expected);
    }
}
