package io.fortyeight.ledger.credit;

import io.fortyeight.core.credit.CreditSums;
import io.fortyeight.core.credit.LinkSum;
import io.fortyeight.ledger.credit.CreditStore.Credited;
import io.fortyeight.ledger.store.BinaryArray;
import io.fortyeight.ledger.store.BinaryArray.Element;
import io.fortyeight.ledger.store.LedgerCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Credit that is to be written together, column by column as the statement takes it. */
final class CreditColumns {

    private final int partitionId;
    private final BinaryArray[] entries = arrays(2, Element.BIGINT);
    private final BinaryArray[] links = arrays(8, Element.BIGINT);
    private final BinaryArray generations = new BinaryArray(Element.SMALLINT);
    private final BinaryArray parentIds = new BinaryArray(Element.BIGINT);
    private final BinaryArray treeCampaigns = new BinaryArray(Element.SMALLINT);
    private final BinaryArray treeGenerations = new BinaryArray(Element.SMALLINT);
    private final BinaryArray treePlatforms = new BinaryArray(Element.CHAR);
    private final BinaryArray treeHours = new BinaryArray(Element.INTEGER);
    private final BinaryArray[] tree = arrays(4, Element.BIGINT);
    private final BinaryArray minuteCampaigns = new BinaryArray(Element.SMALLINT);
    private final BinaryArray minutes = new BinaryArray(Element.INTEGER);
    private final BinaryArray[] counted = arrays(2, Element.BIGINT);
    private final BinaryArray ageCampaigns = new BinaryArray(Element.SMALLINT);
    private final BinaryArray agePlatforms = new BinaryArray(Element.CHAR);
    private final BinaryArray ages = new BinaryArray(Element.INTEGER);
    private final BinaryArray visits = new BinaryArray(Element.BIGINT);

    CreditColumns(int partitionId, List<Credited> credited, CreditSums sums) {
        this.partitionId = partitionId;
        credited.forEach(each -> addTo(entries, each.sequence(), each.linkId()));
        sums.links().forEach(this::add);
        sums.tree().forEach((key, sum) -> {
            treeCampaigns.add((short) key.campaign());
            treeGenerations.add((short) key.generation());
            treePlatforms.add((byte) LedgerCodes.kind(key.platform()));
            treeHours.add(key.hour());
            addTo(tree, sum.visitors(), sum.visits(), sum.counted(), sum.discounted());
        });
        sums.minutes().forEach((key, sum) -> {
            minuteCampaigns.add((short) key.campaign());
            minutes.add(key.minute());
            addTo(counted, sum.count(), sum.lastReceivedAtMillis());
        });
        sums.ages().forEach((key, count) -> {
            ageCampaigns.add((short) key.campaign());
            agePlatforms.add((byte) LedgerCodes.kind(key.platform()));
            ages.add(key.minutes());
            visits.add(count.longValue());
        });
    }

    private void add(Long linkId, LinkSum sum) {
        addTo(
                links,
                linkId,
                sum.visits(),
                sum.visitors(),
                sum.counted(),
                sum.discounted(),
                sum.own(),
                sum.loops(),
                sum.robots());
        if (sum.generation() == LinkSum.NO_GENERATION) {
            generations.addNull();
        } else {
            generations.add((short) sum.generation());
        }
        var parentId = sum.parentId();
        if (parentId == null) {
            parentIds.addNull();
        } else {
            parentIds.add(parentId.longValue());
        }
    }

    private static BinaryArray[] arrays(int number, Element element) {
        return Stream.generate(() -> new BinaryArray(element)).limit(number).toArray(BinaryArray[]::new);
    }

    private static void addTo(BinaryArray[] columns, long... values) {
        for (var i = 0; i < columns.length; i++) {
            columns[i].add(values[i]);
        }
    }

    /** The parameters of the statement's parts in their order, each after the partition. */
    List<Object> parameters() {
        var parts = List.of(
                List.of(entries),
                Stream.concat(Arrays.stream(links), Stream.of(generations, parentIds))
                        .toList(),
                Stream.concat(Stream.of(treeCampaigns, treeGenerations, treePlatforms, treeHours), Arrays.stream(tree))
                        .toList(),
                List.of(minuteCampaigns, minutes, counted[0], counted[1]),
                List.of(ageCampaigns, agePlatforms, ages, visits));
        var parameters = new ArrayList<Object>();
        for (var part : parts) {
            parameters.add(partitionId);
            parameters.addAll(part);
        }
        return parameters;
    }
}
