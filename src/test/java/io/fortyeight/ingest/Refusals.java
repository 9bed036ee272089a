package io.fortyeight.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.fortyeight.core.counting.Kind;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;

/** What must hold of every problem by which a ping is refused, and of every ping that is not. */
final class Refusals {

    private Refusals() {}

    /** 400, and it says what is wrong: in which fields, or with the whole. */
    static void check(HttpProblem refusal) {
        assertThat(refusal.getStatusCode()).isEqualTo(400);
        if (refusal instanceof HttpValidationProblem) {
            assertThat(refusal)
                    .extracting("violations", list(Violation.class))
                    .isNotEmpty()
                    .allSatisfy(violation -> {
                        assertThat(violation.field).isNotBlank();
                        assertThat(violation.message).isNotBlank();
                    });
        } else {
            assertThat(refusal.getDetail()).isNotBlank();
        }
    }

    static void checkLimits(PingRequest ping) {
        assertThat(ping.contest()).isNotBlank();
        assertThat(ping.campaign()).isNotBlank();
        assertThat(ping.kind()).isNotNull();
        assertThat(ping.platform() != null)
                .as("a platform, exactly for a share")
                .isEqualTo(ping.kind() == Kind.SHARE);
        if (ping.visitor() != null) {
            assertThat(ping.visitor().codePointCount(0, ping.visitor().length()))
                    .isBetween(1, 64);
        }
        if (ping.via() != null) {
            assertThat(ping.via()).matches("[A-Za-z0-9_-]{1,32}");
        }
    }
}
