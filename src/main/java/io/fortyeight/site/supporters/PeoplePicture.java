package io.fortyeight.site.supporters;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.standings.shares.SharerTree;
import io.fortyeight.standings.shares.SharerTree.Kind;
import io.fortyeight.standings.shares.SharerTree.Node;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.abego.treelayout.Configuration;
import org.abego.treelayout.NodeExtentProvider;
import org.abego.treelayout.TreeLayout;
import org.abego.treelayout.util.AbstractTreeForTreeLayout;
import org.jspecify.annotations.Nullable;

/**
 * A share tree that is small enough to be drawn person by person: the campaign at the left, a column for each generation, an
 * edge for each link that somebody came by. Where each goes is the library's (van der Ploeg's and Walker's algorithm, see
 * ADR 28).
 *
 * @param width in pixels
 * @param height in pixels
 */
record PeoplePicture(int width, int height, List<Heading> headings, List<Edge> edges, List<Mark> marks) {

    /** At most this many, or nobody could tell them apart. */
    static final int MAX_MARKS = 200;

    /** More lines than this are no picture on a phone. */
    private static final int MAX_ROWS = 60;

    /** So few leaves are drawn one by one. */
    private static final int MAX_SINGLE_ROWS = 30;

    private static final int COLUMN = 112;
    private static final int FIRST_COLUMN = 34;
    private static final int ROW = 26;
    private static final int NODE = 14;
    private static final int TOP = 34;
    private static final int LEFT = 10;
    private static final int LABEL = 150;
    private static final int MIN_RADIUS = 4;
    private static final int MAX_RADIUS = 9;
    private static final int ROOM = 4;

    /** Deeper trees would be wider than anybody scrolls. */
    private static final int MAX_COLUMNS = 10;

    /** What is above a column. */
    record Heading(int x, long generation) {}

    /** A line from who shared to who came. */
    record Edge(String path, String style) {}

    /**
     * The campaign, a person, or people.
     *
     * @param platform by which they came; null for the campaign and for who came by themselves
     * @param visitors how many they brought; of leaves how many there are
     */
    record Mark(
            int x,
            int y,
            int radius,
            String style,
            boolean isCampaign,
            boolean isLeaf,
            @Nullable Platform platform,
            long visitors) {

        public int left() {
            return x - radius;
        }

        public int top() {
            return y - radius;
        }

        public int size() {
            return 2 * radius;
        }

        /** Where its name begins, when that is beside it. */
        public int right() {
            return x + radius + ROOM;
        }

        /** On which line its name stands, when that is beside it. */
        public int base() {
            return y + ROOM;
        }

        /** On which line its name stands, when that is above it. */
        public int above() {
            return y - radius - ROOM;
        }
    }

    /** Null when there is nobody to draw, or when they are too many. */
    static @Nullable PeoplePicture of(SharerTree tree, Palette palette) {
        var single = tree.root(false);
        var root = single.rows() <= MAX_SINGLE_ROWS ? single : tree.root(true);
        return root.children().isEmpty()
                        || root.size() > MAX_MARKS
                        || root.rows() > MAX_ROWS
                        || root.depth() > MAX_COLUMNS
                ? null
                : new Drawing(root, palette).picture();
    }

    /** In the coordinates of the library the tree begins at (0, 0). */
    private static final class Drawing {

        private final Palette palette;
        private final TreeLayout<Node> layout;
        private final List<Heading> headings = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();

        Drawing(Node root, Palette palette) {
            this.palette = palette;
            this.layout = new TreeLayout<>(new Tree(root), new Extents(), new Gaps(), true);
            add(root, null, -1);
        }

        PeoplePicture picture() {
            var bounds = layout.getBounds();
            return new PeoplePicture(
                    LEFT + (int) Math.ceil(bounds.getWidth()) + LABEL,
                    TOP + (int) Math.ceil(bounds.getHeight()),
                    headings,
                    edges,
                    marks);
        }

        private void add(Node node, @Nullable Node parent, int generation) {
            var place = place(node);
            if (parent != null) {
                edges.add(new Edge(curve(place(parent), place), palette.style(node.platform())));
            }
            if (generation == headings.size()) {
                headings.add(new Heading(x(place), generation));
            }
            marks.add(new Mark(
                    x(place),
                    y(place),
                    radius(node),
                    palette.style(node.platform()),
                    node.kind() == Kind.CAMPAIGN,
                    node.kind() == Kind.LEAVES,
                    node.platform(),
                    node.visitors()));
            node.children().forEach(child -> add(child, node, generation + 1));
        }

        private Rectangle2D place(Node node) {
            return Objects.requireNonNull(layout.getNodeBounds().get(node), "Every node has its place");
        }

        private static int radius(Node node) {
            if (node.kind() == Kind.CAMPAIGN) {
                return MAX_RADIUS / 2;
            }
            var more = node.kind() == Kind.PERSON ? node.visitors() : node.visitors() - 1;
            return Math.min(MAX_RADIUS, MIN_RADIUS + (int) Math.round(Math.sqrt((double) more)));
        }

        private static String curve(Rectangle2D from, Rectangle2D to) {
            var middle = (x(from) + x(to)) / 2;
            return "M%d,%dC%d,%d %d,%d %d,%d".formatted(x(from), y(from), middle, y(from), middle, y(to), x(to), y(to));
        }

        private static int x(Rectangle2D place) {
            return LEFT + (int) Math.round(place.getCenterX());
        }

        private static int y(Rectangle2D place) {
            return TOP + (int) Math.round(place.getCenterY());
        }
    }

    private static final class Tree extends AbstractTreeForTreeLayout<Node> {

        /** By identity: leaves are equal to each other. */
        private final IdentityHashMap<Node, Node> parents = new IdentityHashMap<>();

        Tree(Node root) {
            super(root);
            addParents(root);
        }

        private void addParents(Node node) {
            node.children().forEach(child -> {
                parents.put(child, node);
                addParents(child);
            });
        }

        @Override
        public @Nullable Node getParent(Node node) {
            return parents.get(node);
        }

        @Override
        public List<Node> getChildrenList(Node node) {
            return node.children();
        }
    }

    private static final class Extents implements NodeExtentProvider<Node> {

        @Override
        public double getWidth(Node node) {
            return NODE;
        }

        @Override
        public double getHeight(Node node) {
            return ROW;
        }
    }

    private static final class Gaps implements Configuration<Node> {

        @Override
        public Location getRootLocation() {
            return Location.Left;
        }

        @Override
        public AlignmentInLevel getAlignmentInLevel() {
            return AlignmentInLevel.TowardsRoot;
        }

        @Override
        public double getGapBetweenLevels(int nextLevel) {
            return (nextLevel == 1 ? FIRST_COLUMN : COLUMN) - NODE;
        }

        @Override
        public double getGapBetweenNodes(Node one, Node other) {
            return 0;
        }
    }
}
