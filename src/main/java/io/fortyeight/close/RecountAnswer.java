package io.fortyeight.close;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.standings.result.Leaderboard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recount found.
 *
 * @param agrees whether every verdict and sum is as it was written; only for the contest's own card
 * @param differences the first hundred, in words
 * @param hiddenSince given when counts are hidden for now: then there are no standings and no differences
 * @param differsFrom the live standings, for another card: who would have been where
 */
@JsonInclude(Include.NON_NULL)
public record RecountAnswer(
        String contest,
        Instant asOf,
        String rulesHash,
        long pings,
        @Nullable Boolean agrees,
        @Nullable List<String> differences,
        @Nullable Instant hiddenSince,
        @Nullable List<Leaderboard.Line> standings,
        @Nullable List<Leaderboard.Line> differsFrom,
        List<CertifiedResult.End> partitions) {}
