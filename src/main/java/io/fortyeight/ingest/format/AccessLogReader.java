package io.fortyeight.ingest.format;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ingest.ShareCodeParameter;
import io.fortyeight.ingest.client.IpAddress;
import io.fortyeight.ingest.client.NetworkAddress;
import io.fortyeight.ingest.client.Pseudonyms;
import io.fortyeight.ingest.robots.RobotsList;
import org.jspecify.annotations.Nullable;

/**
 * Reads access logs: a GET of a campaign's page with status 200 or 304 is a view. The visitor is host and user agent;
 * the network is not known where the log has a name for a host. A view whose request has {@code via} carries it.
 * Bytes are taken for ISO-8859-1, as in live requests.
 */
public final class AccessLogReader implements LineReader {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final boolean combined;
    private final CampaignPaths paths;
    private final Pseudonyms pseudonyms;
    private final RobotsList robots;
    private final TimeLimit limit;

    public AccessLogReader(
            boolean combined, ContestDetails contest, Pseudonyms pseudonyms, RobotsList robots, TimeLimit limit) {
        this.combined = combined;
        this.paths = new CampaignPaths(
                contest.campaigns().stream().filter(CampaignDetails::competes).toList());
        this.pseudonyms = pseudonyms;
        this.robots = robots;
        this.limit = limit;
    }

    @Override
    public @Nullable ImportedPing read(Lines lines) throws MalformedLineException {
        String text = lines.latin1();
        AccessLogLine line = combined ? AccessLogLine.parseCombined(text) : AccessLogLine.parseCommon(text);
        limit.check(line.atMillis());
        RequestTarget target = target(line);
        if (target == null) {
            return null;
        }
        Item view = paths.view(target);
        return view == null
                ? null
                : new ImportedPing(lines.number(), ping(line, view), ShareCodeParameter.ofQuery(target.query()));
    }

    private static @Nullable RequestTarget target(AccessLogLine line) {
        return line.status() == OK || line.status() == NOT_MODIFIED ? RequestTarget.ofGet(line.request()) : null;
    }

    private Ping ping(AccessLogLine line, Item view) {
        IpAddress address = IpAddress.parse(line.host());
        NetworkAddress network = address == null ? null : address.network();
        VisitorKey visitor = network == null
                ? pseudonyms.visitorByHost(line.host(), line.userAgent())
                : pseudonyms.visitorByNetwork(network, line.userAgent());
        NetworkKey networkKey = network == null ? null : pseudonyms.network(network);
        return new Ping(line.atMillis(), view, visitor, networkKey, robots.isRobot(line.userAgent()));
    }
}
