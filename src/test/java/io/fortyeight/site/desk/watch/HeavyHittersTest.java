package io.fortyeight.site.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.Verdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeavyHittersTest {

    @Test
    void sums_areExact_whileThereIsRoom() {
        var sums = new HeavyHitters<String>(3);
        for (var key : "abacabab".split("")) {
            sums.add(key, Verdict.COUNTED);
        }
        sums.add("a", Verdict.FREEZES);
        var largest = sums.largest(2, Comparator.comparingLong(HeavyHitters.Sum::total));
        assertThat(largest).map(HeavyHitters.Sum::key).containsExactly("a", "b");
        assertThat(largest.get(0).of(Verdict.COUNTED)).isEqualTo(4);
        assertThat(largest.get(0).of(Verdict.FROZEN)).isEqualTo(1);
        assertThat(sums.mayLack()).isZero();
    }

    @Test
    void sums_areNeverTooLarge_andLackNoMoreThanTheySay() {
        for (long seed = 0; seed < 50; seed++) {
            var random = new SplittableRandom(seed);
            var sums = new HeavyHitters<Integer>(40);
            var exact = new HashMap<Integer, Long>();
            for (int i = 0; i < 20_000; i++) {
                var key = random.nextInt(2) == 0 ? random.nextInt(5) : 5 + random.nextInt(1_000);
                sums.add(key, Verdict.REPEAT);
                exact.merge(key, 1L, Long::sum);
            }
            var largest = sums.largest(5, Comparator.comparingLong(HeavyHitters.Sum::total));
            assertThat(sums.mayLack()).as("seed %d", seed).isPositive();
            assertThat(exact.values()).as("seed %d: there are large ones", seed).anyMatch(sum -> sum > sums.mayLack());
            for (var sum : largest) {
                var real = exact.get(sum.key());
                assertThat(sum.total()).as("seed %d, key %d", seed, sum.key()).isBetween(real - sums.mayLack(), real);
            }
            var mayLack = sums.mayLack();
            var remembered = sums.largest(41, Comparator.comparingLong(HeavyHitters.Sum::total));
            assertThat(remembered)
                    .as("seed %d", seed)
                    .map(HeavyHitters.Sum::key)
                    .containsAll(exact.keySet().stream()
                            .filter(key -> exact.get(key) > mayLack)
                            .toList());
        }
    }
}
