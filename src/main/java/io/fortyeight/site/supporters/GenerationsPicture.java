package io.fortyeight.site.supporters;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.standings.shares.ShareFigures;
import io.fortyeight.standings.shares.ShareSums.TreeRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share tree of any size: a row for each generation, a column for each platform, and circles whose areas are the visitors who
 * came. What comes after the last row is in it, platforms beyond the palette are in the last column.
 */
record GenerationsPicture(int width, int height, List<Column> columns, List<Row> rows, List<Circle> circles) {

    private static final int MAX_ROWS = 12;
    private static final int LABEL = 92;
    private static final int COLUMN = 48;
    private static final int ROW = 48;
    private static final int TOP = 96;
    private static final int LINE = 16;

    /** Room for the last column's name, which is written slantwise. */
    private static final int RIGHT = 40;

    private static final double MAX_RADIUS = 22;
    private static final double MIN_RADIUS = 2;
    private static final double TENTHS = 10;

    /** @param platform null for those who came by themselves, and for all platforms that have no column of their own */
    record Column(int x, String style, @Nullable Platform platform, boolean isOthers) {}

    /** @param isLast whether all later generations are in it */
    record Row(int y, long generation, boolean isLast, long visitors) {

        public int bottom() {
            return y + ROW / 2;
        }

        /** The line of its name. */
        public int label() {
            return y - LINE / 4;
        }

        /** The line of its sum. */
        public int sum() {
            return y + LINE - LINE / 4;
        }
    }

    /** Who came to a generation by a platform. */
    record Circle(double x, double y, double radius, Row row, Column column, long visitors) {}

    /** Null when there is nobody to draw. */
    static @Nullable GenerationsPicture of(ShareFigures figures, Palette palette) {
        var generations = figures.generations();
        if (generations.isEmpty()) {
            return null;
        }
        var columns = columns(figures, palette);
        var rows = new ArrayList<Row>();
        var circles = new ArrayList<Circle>();
        var last = Math.min(generations.size(), MAX_ROWS) - 1;
        var most = 1L;
        for (var number = 0; number <= last; number++) {
            var isLast = number == last && generations.size() > MAX_ROWS;
            var within = rows(figures, number, isLast);
            var row = new Row(TOP + number * ROW + ROW / 2, number, isLast, visitors(within));
            rows.add(row);
            for (var column : columns) {
                var visitors = visitors(within.stream()
                        .filter(each -> column.equals(columnOf(each.platform(), columns, palette)))
                        .toList());
                if (visitors > 0) {
                    most = Math.max(most, visitors);
                    circles.add(new Circle(column.x(), row.y(), 0, row, column, visitors));
                }
            }
        }
        return new GenerationsPicture(
                LABEL + columns.size() * COLUMN + RIGHT, TOP + rows.size() * ROW, columns, rows, sized(circles, most));
    }

    private static List<Circle> sized(List<Circle> circles, long most) {
        return circles.stream()
                .map(circle -> new Circle(
                        circle.x(),
                        circle.y(),
                        radius(circle.visitors(), most),
                        circle.row(),
                        circle.column(),
                        circle.visitors()))
                .toList();
    }

    private static double radius(long visitors, long most) {
        var radius = Math.max(MIN_RADIUS, MAX_RADIUS * Math.sqrt((double) visitors / most));
        return Math.round(radius * TENTHS) / TENTHS;
    }

    private static List<TreeRow> rows(ShareFigures figures, int generation, boolean isLast) {
        return figures.hours().stream()
                .filter(row -> isLast ? row.generation() >= generation : row.generation() == generation)
                .toList();
    }

    private static long visitors(List<TreeRow> rows) {
        return rows.stream().mapToLong(TreeRow::visitors).sum();
    }

    private static List<Column> columns(ShareFigures figures, Palette palette) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(LABEL + COLUMN / 2, palette.style(null), null, false));
        for (var platform : palette.platforms()) {
            columns.add(
                    new Column(LABEL + columns.size() * COLUMN + COLUMN / 2, palette.style(platform), platform, false));
        }
        var hasOthers = figures.platforms().stream()
                .anyMatch(each ->
                        each.sum().visitors() > 0 && !palette.platforms().contains(each.platform()));
        if (hasOthers) {
            columns.add(new Column(LABEL + columns.size() * COLUMN + COLUMN / 2, Palette.OTHERS, null, true));
        }
        return columns;
    }

    private static Column columnOf(@Nullable Platform platform, List<Column> columns, Palette palette) {
        var index = platform == null ? 0 : palette.platforms().indexOf(platform) + 1;
        return columns.get(platform != null && index == 0 ? columns.size() - 1 : index);
    }
}
