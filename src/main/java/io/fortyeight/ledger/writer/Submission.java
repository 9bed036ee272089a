package io.fortyeight.ledger.writer;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.VisitorKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ping on its way to the judge: identified, but not yet stamped.
 *
 * @param pingId made by the page, so that a retry is the same ping; null when it made none
 * @param via the share link that brought the visitor, null when none
 */
public record Submission(
        int contestId,
        Item item,
        VisitorKey visitor,
        @Nullable NetworkKey network,
        boolean robot,
        @Nullable UUID pingId,
        @Nullable String via) {}
