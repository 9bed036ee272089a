package io.fortyeight.ingest.format;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.core.counting.Item;
import io.fortyeight.ingest.ShareCodeParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the campaign whose page a request in an access log got. The path must be that of {@code pageUrl} exactly, as
 * written; parameters that {@code pageUrl} has must be in the request's query too, in whatever order and among others;
 * {@code via} is not looked at, for share links set it.
 * Where several campaigns fit, the one with the most parameters is meant; among equals, the one that was there first.
 */
final class CampaignPaths {

    private static final Comparator<Page> MAX_PARAMETERS_FIRST = Comparator.<Page>comparingInt(
                    page -> -page.parameters().size())
            .thenComparingInt(page -> page.view().campaign());

    private final Map<String, List<Page>> pagesByPath = new HashMap<>();

    CampaignPaths(List<CampaignDetails> campaigns) {
        for (CampaignDetails campaign : campaigns) {
            RequestTarget target = RequestTarget.parse(campaign.pageUrl().toString());
            Page page = new Page(Item.view(campaign.number()), parameters(target.query()));
            pagesByPath
                    .computeIfAbsent(target.path(), path -> new ArrayList<>())
                    .add(page);
        }
        pagesByPath.values().forEach(pages -> pages.sort(MAX_PARAMETERS_FIRST));
    }

    /** The view that the request was; null if it got no campaign's page. */
    @Nullable
    Item view(RequestTarget target) {
        List<Page> pages = pagesByPath.get(target.path());
        if (pages == null) {
            return null;
        }
        Set<String> sent = parameters(target.query());
        for (Page page : pages) {
            if (sent.containsAll(page.parameters())) {
                return page.view();
            }
        }
        return null;
    }

    private static Set<String> parameters(@Nullable String query) {
        return query == null || query.isEmpty()
                ? Set.of()
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !ShareCodeParameter.isIn(parameter))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private record Page(Item view, Set<String> parameters) {}
}
