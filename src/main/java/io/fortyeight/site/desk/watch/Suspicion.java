package io.fortyeight.site.desk.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands out about one share link; no proof of anything.
 *
 * @param kind {@code far_above}, {@code one_network} or {@code one_minute}
 * @param link its code
 * @param visits that it brought
 * @param score of {@code far_above}: the modified z-score of its visits
 * @param part of the other two: how many of its visits came from the network, or within the minute
 * @param of how many that are a part: those by others than the sharer, or a sample of them
 * @param network its pseudonym, as in the published ledger
 * @param minute when it begins
 */
@JsonInclude(Include.NON_NULL)
record Suspicion(
        String kind,
        String link,
        String campaign,
        String platform,
        long visits,
        @Nullable Double score,
        @Nullable Long part,
        @Nullable Long of,
        @Nullable String network,
        @Nullable Instant minute) {}
