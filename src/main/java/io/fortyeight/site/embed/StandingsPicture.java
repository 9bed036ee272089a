package io.fortyeight.site.embed;

import java.util.List;

/**
 * A contest's standings.
 *
 * @param stand how much they are worth
 * @param more how many campaigns have no row, in words; empty for none
 * @param empty said instead of rows
 * @param description the picture in words
 */
record StandingsPicture(
        String name, String stand, boolean isFinal, List<Row> rows, String more, String empty, String description)
        implements Picture {

    static final int ROWS = 5;

    private static final double NAME_SIZE = 58;
    private static final double TEXT_SIZE = 34;
    private static final double SMALL_SIZE = 26;
    private static final double ROW_HEIGHT = 72;
    private static final double INSIDE = Canvas.WIDTH - 2.0 * Canvas.MARGIN;
    private static final double PLACE_WIDTH = 90;
    private static final double FIRST_ROW_Y = 252;

    /** @param share of the leader's score, from 0 to 1 */
    record Row(String place, String title, String score, double share) {}

    @Override
    public byte[] png(Lettering lettering) {
        var canvas = new Canvas(lettering);
        canvas.mark(Canvas.MARGIN, 56, 84);
        var left = Canvas.MARGIN + 112.0;
        canvas.text(
                lettering.fitted(name, NAME_SIZE, Canvas.WIDTH - Canvas.MARGIN - left),
                NAME_SIZE,
                left,
                110,
                Canvas.INK);
        canvas.text(
                lettering.fitted(stand, SMALL_SIZE, Canvas.WIDTH - Canvas.MARGIN - left),
                SMALL_SIZE,
                left,
                152,
                isFinal ? Canvas.ACCENT : Canvas.BELL);
        var y = FIRST_ROW_Y;
        for (var row : rows) {
            draw(canvas, lettering, row, y);
            y += ROW_HEIGHT;
        }
        if (rows.isEmpty()) {
            canvas.text(empty, TEXT_SIZE, Canvas.MARGIN, FIRST_ROW_Y, Canvas.SOFT);
        }
        canvas.textUntil(more, SMALL_SIZE, Canvas.WIDTH - (double) Canvas.MARGIN, 600, Canvas.SOFT);
        return canvas.png(description);
    }

    private static void draw(Canvas canvas, Lettering lettering, Row row, double y) {
        var right = Canvas.WIDTH - (double) Canvas.MARGIN;
        var scoreWidth = lettering.width(row.score, TEXT_SIZE);
        var titleWidth = INSIDE - PLACE_WIDTH - scoreWidth - 40;
        canvas.text(row.place, TEXT_SIZE, Canvas.MARGIN, y, Canvas.BELL);
        canvas.text(
                lettering.fitted(row.title, TEXT_SIZE, titleWidth),
                TEXT_SIZE,
                Canvas.MARGIN + PLACE_WIDTH,
                y,
                Canvas.INK);
        canvas.textUntil(row.score, TEXT_SIZE, right, y, Canvas.INK);
        var barWidth = INSIDE - PLACE_WIDTH;
        canvas.box(Canvas.MARGIN + PLACE_WIDTH, y + 14, barWidth, 10, 5, Canvas.BAR);
        if (row.share > 0) {
            canvas.box(Canvas.MARGIN + PLACE_WIDTH, y + 14, Math.max(10, barWidth * row.share), 10, 5, Canvas.ACCENT);
        }
    }
}
