package io.fortyeight.contest.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All contests as of one moment.
 *
 * @param version of {@link DirectoryVersion}, read before the contests were
 * @param contests newest window first
 * @param secrets unwrapped, by contest; without those destroyed
 */
record DirectorySnapshot(
        long version,
        List<ContestDetails> contests,
        Map<String, ContestDetails> bySlug,
        Map<Integer, ContestDetails> byId,
        Set<String> origins,
        Map<Integer, byte[]> secrets) {

    static final DirectorySnapshot EMPTY = of(-1, List.of(), Map.of());

    static DirectorySnapshot of(long version, Collection<ContestDetails> contests, Map<Integer, byte[]> secrets) {
        var bySlug = new LinkedHashMap<String, ContestDetails>();
        var byId = new LinkedHashMap<Integer, ContestDetails>();
        var origins = new HashSet<String>();
        for (var contest : contests) {
            bySlug.put(contest.slug(), contest);
            byId.put(contest.id(), contest);
            contest.campaigns().forEach(campaign -> origins.addAll(campaign.origins()));
        }
        return new DirectorySnapshot(version, List.copyOf(contests), bySlug, byId, origins, secrets);
    }
}
