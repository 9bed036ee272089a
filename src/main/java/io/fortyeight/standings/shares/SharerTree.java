package io.fortyeight.standings.shares;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.standings.shares.ShareSums.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who brought whom, person by person. Whoever brought somebody is a node of their own; those who brought nobody are the leaves
 * of the link that they came by, one by one or all in one.
 */
public final class SharerTree {

    /**
     * The campaign, a person who brought somebody, or those who brought nobody.
     *
     * @param platform of the link by which they came; null for the campaign and for who came by themselves
     * @param visitors how many they brought, near; of leaves how many there are
     */
    public record Node(Kind kind, @Nullable Platform platform, long visitors, List<Node> children) {

        /** All under it, itself included. */
        public int size() {
            return 1 + children.stream().mapToInt(Node::size).sum();
        }

        /** How many generations are under it. */
        public int depth() {
            return children.stream().mapToInt(child -> 1 + child.depth()).max().orElse(0);
        }

        /** How many lines it takes to write it down. */
        public int rows() {
            return children.isEmpty()
                    ? 1
                    : children.stream().mapToInt(Node::rows).sum();
        }
    }

    public enum Kind {
        CAMPAIGN,
        PERSON,
        LEAVES
    }

    /** In each partition of the ledger a visitor has a place of its own. */
    private record Person(int partitionId, UUID sharer) {}

    private record Link(int partitionId, long id) {}

    private final Map<Person, List<Branch>> ofPerson = new LinkedHashMap<>();
    private final Map<Link, List<Person>> broughtBy = new LinkedHashMap<>();
    private final List<Person> byThemselves = new ArrayList<>();

    /** @param branches all links that brought somebody */
    public SharerTree(List<Branch> branches) {
        var links = new LinkedHashMap<Link, Branch>();
        for (var branch : branches) {
            ofPerson.computeIfAbsent(person(branch), absent -> new ArrayList<>())
                    .add(branch);
            links.put(new Link(branch.partitionId(), branch.id()), branch);
        }
        ofPerson.forEach((person, own) -> {
            var parent = own.get(0).parent();
            var by = parent == null ? null : new Link(person.partitionId(), parent);
            if (by == null || !links.containsKey(by)) {
                byThemselves.add(person);
            } else {
                broughtBy.computeIfAbsent(by, absent -> new ArrayList<>()).add(person);
            }
        });
    }

    /**
     * From the campaign on.
     *
     * @param isFolded whether the leaves of a link are one node
     */
    public Node root(boolean isFolded) {
        var people = byThemselves.stream()
                .map(person -> node(person, null, isFolded))
                .toList();
        return new Node(Kind.CAMPAIGN, null, people.size(), people);
    }

    private Node node(Person person, @Nullable Platform by, boolean isFolded) {
        var children = new ArrayList<Node>();
        var visitors = 0L;
        for (var link : ofPerson.getOrDefault(person, List.of())) {
            var people = broughtBy.getOrDefault(new Link(link.partitionId(), link.id()), List.of());
            people.forEach(each -> children.add(node(each, link.platform(), isFolded)));
            addLeaves(children, link.platform(), link.visitors() - people.size(), isFolded);
            visitors += link.visitors();
        }
        return new Node(Kind.PERSON, by, visitors, children);
    }

    private static void addLeaves(List<Node> children, Platform platform, long visitors, boolean isFolded) {
        // So many one by one would be too many for a picture anyway.
        if (isFolded || visitors > VisibleShares.MAX_BRANCHES) {
            if (visitors > 0) {
                children.add(new Node(Kind.LEAVES, platform, visitors, List.of()));
            }
            return;
        }
        for (var each = 0; each < visitors; each++) {
            children.add(new Node(Kind.LEAVES, platform, 1, List.of()));
        }
    }

    private static Person person(Branch branch) {
        return new Person(branch.partitionId(), branch.sharer());
    }
}
