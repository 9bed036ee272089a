package io.fortyeight.contest.directory;

import io.fortyeight.account.secret.WrappingKey;
import io.fortyeight.contest.rules.RobotsVersion;
import io.fortyeight.contest.rules.RulesReader;
import io.fortyeight.core.counting.VotingWindow;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import io.fortyeight.web.http.WebOrigin;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

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

    private final Database database;
    private final DirectoryVersion version;
    private final WrappingKey key;
    private final RobotsVersion robots;

    DirectoryLoad(Database database, DirectoryVersion version, WrappingKey key, RobotsVersion robots) {
        this.database = database;
        this.version = version;
        this.key = key;
        this.robots = robots;
    }

    /** The version is read first: a change that comes in between is read again, never missed. */
    DirectorySnapshot load() {
        var number = version.read();
        var campaigns = new HashMap<Integer, List<CampaignDetails>>();
        database.sql(CAMPAIGNS).forEach(row -> campaigns
                .computeIfAbsent(row.getInt("contest_id"), id -> new ArrayList<>())
                .add(campaign(row)));
        var contests = new ArrayList<ContestDetails>();
        var secrets = new HashMap<Integer, byte[]>();
        database.sql(CONTESTS).forEach(row -> {
            var contest = contest(row, campaigns);
            contests.add(contest);
            var secret = row.getBytesOrNull("secret");
            if (secret != null) {
                secrets.put(contest.id(), key.unwrap(secret));
            }
        });
        return DirectorySnapshot.of(number, contests, secrets);
    }

    private static CampaignDetails campaign(SqlRow row) {
        var origins = new LinkedHashSet<String>();
        WebOrigin.ofAddress(row.getString("page_url")).ifPresent(origins::add);
        origins.addAll(row.getStrings("origins"));
        return new CampaignDetails(
                row.getInt("number"),
                row.getString("slug"),
                row.getString("title"),
                URI.create(row.getString("page_url")),
                row.getBoolean("competes"),
                Collections.unmodifiableSet(origins));
    }

    /** Until the card is pinned it names the robots list in force, whichever was in force when it was written. */
    private ContestDetails contest(SqlRow row, Map<Integer, List<CampaignDetails>> campaigns) {
        var hash = row.getStringOrNull("rules_hash");
        var stored = RulesReader.stored(row.getString("rules"));
        var rules = hash == null ? stored.withRobots(robots.robots()) : stored;
        var blackoutMillis = row.getLongOrNull("blackout_millis");
        return new ContestDetails(
                row.getInt("id"),
                row.getString("slug"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                new VotingWindow(
                        row.getInstant("opens_at").toEpochMilli(),
                        row.getInstant("closes_at").toEpochMilli()),
                row.getInstantOrNull("announces_at"),
                Publication.ofJsonName(row.getString("publishes")),
                blackoutMillis == null ? null : Duration.ofMillis(blackoutMillis),
                rules,
                hash == null ? rules.hash() : hash,
                ContestState.ofJsonName(row.getString("state")),
                row.getStringOrNull("held_reason"),
                row.getBoolean("past"),
                row.getBoolean("requires_trust"),
                row.getInstantOrNull("certified_at"),
                row.getIntOrNull("rehearsal_of"),
                List.copyOf(campaigns.getOrDefault(row.getInt("id"), List.of())));
    }
}
