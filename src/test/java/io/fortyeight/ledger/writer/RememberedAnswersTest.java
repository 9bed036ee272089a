package io.fortyeight.ledger.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.Verdict;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RememberedAnswersTest {

    private static final long REMEMBER = 900_000;

    private record Key(int contestId, UUID pingId) {}

    @Test
    void answers_areThoseThatWereGiven() {
        for (var seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var remembered = new RememberedAnswers(REMEMBER, 1_000_000);
            Map<Key, Answer> given = new HashMap<>();
            for (var i = 0; i < 5_000; i++) {
                // Few bits, so that ids of different contests and neighbours meet.
                var key = new Key(random.nextInt(3) + 1, new UUID(random.nextInt(8), random.nextInt(2_000)));
                assertThat(remembered.find(key.contestId, key.pingId))
                        .as("seed %d", seed)
                        .isEqualTo(given.get(key));
                if (!given.containsKey(key)) {
                    var answer = answer(random, i + 1);
                    given.put(key, answer);
                    remembered.remember(key.contestId, key.pingId, answer, i);
                }
            }
            assertThat(remembered.size()).isEqualTo(given.size());
        }
    }

    private static Answer answer(Random random, long sequence) {
        var verdicts = Verdict.values();
        var again =
                random.nextBoolean() ? OptionalLong.of(1_795_000_000_000L + random.nextInt()) : OptionalLong.empty();
        return new Answer(verdicts[random.nextInt(verdicts.length)], 0, sequence, again);
    }

    @Test
    void answer_isRememberedForThePromisedTime_andNotForEver() {
        var remembered = new RememberedAnswers(REMEMBER, 1_000_000);
        var id = new UUID(1, 2);
        var answer = new Answer(Verdict.COUNTED, 0, 7, OptionalLong.empty());
        remembered.remember(1, id, answer, 0);
        for (var atMillis = 1_000L; atMillis <= REMEMBER; atMillis += 1_000) {
            remembered.remember(1, new UUID(3, atMillis), answer, atMillis);
        }
        assertThat(remembered.find(1, id)).isEqualTo(answer);

        for (var atMillis = REMEMBER + 1_000; atMillis <= 2 * REMEMBER; atMillis += 1_000) {
            remembered.remember(1, new UUID(3, atMillis), answer, atMillis);
        }
        assertThat(remembered.find(1, id)).isNull();
    }

    @Test
    void tooMany_forgetTheOldestFirst() {
        var remembered = new RememberedAnswers(REMEMBER, 1_000);
        for (var i = 1; i <= 5_000; i++) {
            remembered.remember(1, new UUID(0, i), new Answer(Verdict.COUNTED, 0, i, OptionalLong.empty()), i);
        }

        assertThat(remembered.size()).isLessThanOrEqualTo(1_000);
        assertThat(remembered.find(1, new UUID(0, 1))).isNull();
        for (var i = 4_201; i <= 5_000; i++) {
            assertThat(remembered.find(1, new UUID(0, i))).isNotNull();
        }
    }

    /** Multiplied by the golden ratio, as hashes often are, these differ in nothing but their lowest bits. */
    @Test
    void idsThatAreMadeToMeet_areSpread() {
        var inverse = new BigInteger("9E3779B97F4A7C15", 16)
                .modInverse(BigInteger.TWO.pow(Long.SIZE))
                .longValue();
        var places = new HashSet<Long>();
        for (var i = 0L; i < 10_000; i++) {
            places.add(AnswerTable.hash(1, 7, i * inverse) >>> Integer.SIZE);
        }
        assertThat(places).hasSizeGreaterThan(9_990);
    }
}
