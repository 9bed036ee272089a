package io.fortyeight.ledger.link;

import io.fortyeight.ledger.link.ShareLink.Target;
import io.fortyeight.ledger.store.LedgerCodes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

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

    private final DataSource database;
    private final ShareLinkCodes codes;

    ShareLinkStore(DataSource database, ShareLinkCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    /**
     * The link's code, which is on disk.
     *
     * @throws ShareLinksAwayException when no free code could be found
     */
    String codeOf(ShareLink link, long nowMillis) throws SQLException {
        try (var connection = database.getConnection()) {
            var before = find(connection, link);
            if (before.isPresent()) {
                return before.get();
            }
            for (var attempt = 0; attempt <= MAX_CLASHES; attempt++) {
                var code = codes.next();
                if (make(connection, link, code, nowMillis)) {
                    return code;
                }
                var meanwhile = find(connection, link);
                if (meanwhile.isPresent()) {
                    return meanwhile.get();
                }
            }
            throw ShareLinksAwayException.noCode();
        }
    }

    Optional<Target> target(String code) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TARGET)) {
            statement.setString(1, code);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new Target(rows.getInt(1), rows.getInt(2))) : Optional.empty();
            }
        }
    }

    private static Optional<String> find(Connection connection, ShareLink link) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            bind(statement, link);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static boolean make(Connection connection, ShareLink link, String code, long nowMillis)
            throws SQLException {
        try (var statement = connection.prepareStatement(MAKE)) {
            var parameter = bind(statement, link);
            statement.setString(++parameter, code);
            statement.setLong(++parameter, nowMillis);
            return statement.executeUpdate() == 1;
        }
    }

    private static int bind(PreparedStatement statement, ShareLink link) throws SQLException {
        var parameter = 0;
        statement.setInt(++parameter, link.contestId());
        statement.setInt(++parameter, link.campaign());
        statement.setString(++parameter, String.valueOf(LedgerCodes.kind(link.platform())));
        statement.setObject(++parameter, link.sharer().toUuid());
        return parameter;
    }
}
