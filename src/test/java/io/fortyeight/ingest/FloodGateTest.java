package io.fortyeight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ingest.client.NetworkAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodGateTest {

    private static final long MINUTE = 60_000;
    private static final long START = 1_000 * MINUTE;
    private static final NetworkAddress NETWORK = new NetworkAddress(false, 1);
    private static final NetworkAddress OTHER = new NetworkAddress(true, 1);

    @Test
    void network_isHeldToItsLimit_untilTheMinuteEnds() {
        var gate = new FloodGate(limits(0, 3), () -> 0);
        assertThat(IntStream.range(0, 5).mapToObj(i -> gate.admitsNetwork(NETWORK, START + i)))
                .containsExactly(true, true, true, false, false);
        assertThat(gate.admitsNetwork(OTHER, START)).isTrue();
        assertThat(gate.admitsNetwork(NETWORK, START + MINUTE - 1)).isFalse();
        assertThat(IntStream.range(0, 4).mapToObj(i -> gate.admitsNetwork(NETWORK, START + MINUTE)))
                .containsExactly(true, true, true, false);
    }

    @Test
    void frozenVisitor_isHeldToItsLimit_perContest() {
        var gate = new FloodGate(limits(2, 0), () -> 0);
        var visitor = new VisitorKey(1, 2);
        assertThat(IntStream.range(0, 3).mapToObj(i -> gate.admitsFrozen(1, visitor, START)))
                .containsExactly(true, true, false);
        assertThat(gate.admitsFrozen(2, visitor, START)).isTrue();
        assertThat(gate.admitsFrozen(1, new VisitorKey(1, 3), START)).isTrue();
        assertThat(gate.admitsFrozen(1, visitor, START + MINUTE)).isTrue();
    }

    @Test
    void links_haveALimitOfTheirOwn() {
        var gate = new FloodGate(limits(0, 2), () -> 3);
        assertThat(IntStream.range(0, 5).mapToObj(i -> gate.admitsLink(NETWORK, START + i)))
                .containsExactly(true, true, true, false, false);
        assertThat(gate.admitsNetwork(NETWORK, START)).isTrue();
        assertThat(gate.admitsLink(OTHER, START)).isTrue();
        assertThat(gate.admitsLink(NETWORK, START + MINUTE)).isTrue();
    }

    @Test
    void limitOfZero_isNone() {
        var gate = new FloodGate(limits(0, 0), () -> 0);
        assertThat(IntStream.range(0, 10_000)
                        .allMatch(i -> gate.admitsNetwork(NETWORK, START)
                                && gate.admitsLink(NETWORK, START)
                                && gate.admitsFrozen(1, new VisitorKey(0, 0), START)))
                .isTrue();
    }

    @Test
    void concurrentPings_areEachCounted() {
        var gate = new FloodGate(limits(0, 1_000), () -> 0);
        var admitted = IntStream.range(0, 4_000)
                .parallel()
                .filter(i -> gate.admitsNetwork(NETWORK, START))
                .count();
        assertThat(admitted).isEqualTo(1_000);
    }

    @Test
    void retryAfter_isTheRestOfTheMinute_inWholeSeconds() {
        assertThat(FloodGate.secondsToNextMinute(START)).isEqualTo(60);
        assertThat(FloodGate.secondsToNextMinute(START + 1)).isEqualTo(60);
        assertThat(FloodGate.secondsToNextMinute(START + 1_000)).isEqualTo(59);
        assertThat(FloodGate.secondsToNextMinute(START + MINUTE - 1)).isEqualTo(1);
    }

    private static ShedConfig limits(int frozenVisitorPerMinute, int networkPerMinute) {
        return new ShedConfig() {
            @Override
            public int frozenVisitorPerMinute() {
                return frozenVisitorPerMinute;
            }

            @Override
            public int networkQuestionsPerMinute() {
                return 2;
            }

            @Override
            public int networkPerMinute() {
                return networkPerMinute;
            }
        };
    }
}
