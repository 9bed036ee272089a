package io.fortyeight.standings.shares;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The supporters' board of a campaign as JSON; who is on it stays unknown, unless they chose a nickname.
 *
 * @param supporters at most 20; empty while counts are hidden
 */
@JsonInclude(Include.NON_NULL)
record SupportersAnswer(
        @Nullable Instant hiddenSince, @Nullable Instant hiddenUntil, List<Line> supporters) {

    /**
     * What all of one supporter's links brought.
     *
     * @param place shared by those who brought equally many counted views
     * @param platforms by which somebody came
     */
    @JsonInclude(Include.NON_NULL)
    record Line(int place, @Nullable String nickname, List<String> platforms, long visits, long counted) {}
}
