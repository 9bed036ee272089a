package io.fortyeight.contest.directory;

import io.fortyeight.account.secret.WrappingKey;
import io.fortyeight.contest.rules.RobotsVersion;
import io.fortyeight.contest.rules.RulesReader;
import io.fortyeight.core.counting.VotingWindow;
import io.fortyeight.web.http.WebOrigin;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads all contests out of the database. */
@Singleton
class DirectoryLoad {

    private static final String CONTESTS = """
            SELECT id, slug, name, zone, opens_at, closes_at, announces_at, publishes, blackout_millis, rules,
                rules_hash, state, held_reason, past, requires_trust, secret, certified_at, rehearsal_of
            FROM contest ORDER BY opens_at DESC, id DESC
            """;
    private static final String CAMPAIGNS = """
            SELECT k.contest_id, k.number, k.slug, k.title, k.page_url, k.origins,
                k.is_trust_complete OR NOT c.requires_trust AS competes
            FROM campaign k JOIN contest c ON c.id = k.contest_id ORDER BY k.contest_id, k.number
            """;

    private final DataSource database;
    private final WrappingKey key;
    private final RobotsVersion robots;

    DirectoryLoad(DataSource database, WrappingKey key, RobotsVersion robots) {
        this.database = database;
        this.key = key;
        this.robots = robots;
    }

    /** The version is read first: a change that comes in between is read again, never missed. */
    DirectorySnapshot load() {
        try (var connection = database.getConnection()) {
            var version = DirectoryVersion.read(connection);
            var campaigns = campaigns(connection);
            var contests = new ArrayList<ContestDetails>();
            var secrets = new HashMap<Integer, byte[]>();
            try (var query = connection.prepareStatement(CONTESTS);
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    var contest = contest(rows, campaigns);
                    contests.add(contest);
                    var secret = rows.getBytes("secret");
                    if (secret != null) {
                        secrets.put(contest.id(), key.unwrap(secret));
                    }
                }
            }
            return DirectorySnapshot.of(version, contests, secrets);
        } catch (SQLException failure) {
            throw new IllegalStateException("The contests can't be read", failure);
        }
    }

    private static Map<Integer, List<CampaignDetails>> campaigns(Connection connection) throws SQLException {
        var campaigns = new HashMap<Integer, List<CampaignDetails>>();
        try (var query = connection.prepareStatement(CAMPAIGNS);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                campaigns
                        .computeIfAbsent(rows.getInt("contest_id"), id -> new ArrayList<>())
                        .add(campaign(rows));
            }
        }
        return campaigns;
    }

    private static CampaignDetails campaign(ResultSet row) throws SQLException {
        var origins = new LinkedHashSet<String>();
        WebOrigin.ofAddress(row.getString("page_url")).ifPresent(origins::add);
        Collections.addAll(origins, (String[]) row.getArray("origins").getArray());
        return new CampaignDetails(
                row.getInt("number"),
                row.getString("slug"),
                row.getString("title"),
                URI.create(row.getString("page_url")),
                row.getBoolean("competes"),
                Collections.unmodifiableSet(origins));
    }

    /** Until the card is pinned it names the robots list in force, whichever was in force when it was written. */
    private ContestDetails contest(ResultSet row, Map<Integer, List<CampaignDetails>> campaigns) throws SQLException {
        var hash = row.getString("rules_hash");
        var stored = RulesReader.stored(row.getString("rules"));
        var rules = hash == null ? stored.withRobots(robots.robots()) : stored;
        return new ContestDetails(
                row.getInt("id"),
                row.getString("slug"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                new VotingWindow(millis(row, "opens_at"), millis(row, "closes_at")),
                instant(row, "announces_at"),
                Publication.ofJsonName(row.getString("publishes")),
                duration(row, "blackout_millis"),
                rules,
                hash == null ? rules.hash() : hash,
                ContestState.ofJsonName(row.getString("state")),
                row.getString("held_reason"),
                row.getBoolean("past"),
                row.getBoolean("requires_trust"),
                instant(row, "certified_at"),
                row.getObject("rehearsal_of", Integer.class),
                List.copyOf(campaigns.getOrDefault(row.getInt("id"), List.of())));
    }

    private static long millis(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Duration.ofMillis(millis);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
