package io.fortyeight.ledger.link;

import io.fortyeight.ledger.link.ShareLink.Target;
import io.fortyeight.ledger.store.LedgerCodes;
import io.fortyeight.web.data.Database;
import java.util.Optional;

/** The table {@code share_link}: its indexes see to it that links and codes are one to one, whoever writes it. */
final class ShareLinkStore {

    /** That many clashes in a row don't happen by chance. */
    private static final int MAX_CLASHES = 8;

    private static final String FIND = """
            SELECT code FROM share_link WHERE contest_id = ? AND campaign = ? AND platform = ?::"char" AND sharer = ?
            """;

    /** Does nothing where link or code is taken. On disk once it is done, whatever the database's default is. */
    private static final String MAKE = """
            INSERT INTO share_link (contest_id, campaign, platform, sharer, code, created_at)
            SELECT ?, ?, ?::"char", ?, ?, ? FROM set_config('synchronous_commit', 'on', true)
            ON CONFLICT DO NOTHING
            """;

    private static final String TARGET = "SELECT contest_id, campaign FROM share_link WHERE code = ?";

    private final Database database;
    private final ShareLinkCodes codes;

    ShareLinkStore(Database database, ShareLinkCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    /**
     * The link's code, which is on disk.
     *
     * @throws ShareLinksAwayException when no free code could be found
     */
    String codeOf(ShareLink link, long nowMillis) {
        var before = find(link);
        for (var attempt = 0; before.isEmpty() && attempt <= MAX_CLASHES; attempt++) {
            var code = codes.next();
            before = make(link, code, nowMillis) ? Optional.of(code) : find(link);
        }
        return before.orElseThrow(ShareLinksAwayException::noCode);
    }

    Optional<Target> target(String code) {
        return database.sql(TARGET, code).first(row -> new Target(row.getInt(1), row.getInt(2)));
    }

    private Optional<String> find(ShareLink link) {
        return database.sql(
                        FIND,
                        link.contestId(),
                        link.campaign(),
                        LedgerCodes.kind(link.platform()),
                        link.sharer().toUuid())
                .first(row -> row.getString(1));
    }

    private boolean make(ShareLink link, String code, long nowMillis) {
        return database.sql(
                                MAKE,
                                link.contestId(),
                                link.campaign(),
                                LedgerCodes.kind(link.platform()),
                                link.sharer().toUuid(),
                                code,
                                nowMillis)
                        .update()
                == 1;
    }
}
