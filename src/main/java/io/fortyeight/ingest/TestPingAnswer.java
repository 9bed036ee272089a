package io.fortyeight.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the tracker made of a ping that is not counted.
 *
 * @param verdict {@code test}
 * @param state of the contest: in {@code scheduled} a ping would be early, after {@code open} late
 * @param origin of the page, as the browser told it; null when it told none
 * @param identifiedBy {@code visitor}, the page's id, or {@code network}, which stands for all of the same browser in it
 * @param robot whether the ping would be discounted as a robot's
 */
@JsonInclude(Include.NON_NULL)
record TestPingAnswer(
        String verdict,
        String contest,
        String campaign,
        String state,
        @Nullable String origin,
        String identifiedBy,
        boolean robot,
        Instant serverTime) {}
