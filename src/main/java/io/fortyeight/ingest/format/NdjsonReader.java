package io.fortyeight.ingest.format;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ingest.client.NetworkAddress;
import io.fortyeight.ingest.client.Pseudonyms;
import io.fortyeight.ingest.robots.RobotsList;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads imports in NDJSON; see {@link NdjsonLine}. */
public final class NdjsonReader implements LineReader {

    private final Map<String, CampaignDetails> campaigns;
    private final Pseudonyms pseudonyms;
    private final RobotsList robots;
    private final TimeLimit limit;

    public NdjsonReader(ContestDetails contest, Pseudonyms pseudonyms, RobotsList robots, TimeLimit limit) {
        this.campaigns = contest.campaigns().stream()
                .collect(Collectors.toUnmodifiableMap(CampaignDetails::slug, Function.identity()));
        this.pseudonyms = pseudonyms;
        this.robots = robots;
        this.limit = limit;
    }

    @Override
    public ImportedPing read(Lines lines) throws MalformedLineException {
        NdjsonLine line = NdjsonLine.parse(lines.utf8());
        limit.check(line.atMillis());
        CampaignDetails campaign = campaigns.get(line.campaign());
        if (campaign == null) {
            throw new MalformedLineException("campaign is none of the contest's");
        }
        if (!campaign.competes()) {
            throw new MalformedLineException("campaign does not compete: its trust card is not complete");
        }
        Item item = new Item(campaign.number(), line.kind(), line.platform());
        NetworkAddress network = line.ip() == null ? null : line.ip().network();
        NetworkKey networkKey = network == null ? null : pseudonyms.network(network);
        Ping ping =
                new Ping(line.atMillis(), item, visitor(line, network), networkKey, robots.isRobot(line.userAgent()));
        return new ImportedPing(lines.number(), ping, line.via());
    }

    private VisitorKey visitor(NdjsonLine line, @Nullable NetworkAddress network) {
        if (line.visitor() != null) {
            return pseudonyms.visitorById(line.visitor());
        }
        if (network == null) {
            throw new IllegalStateException("A line without visitor and ip is malformed");
        }
        return pseudonyms.visitorByNetwork(network, line.userAgent());
    }
}
