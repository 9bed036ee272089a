package io.fortyeight.site.embed;

/**
 * One campaign's place.
 *
 * @param of among how many, in words
 * @param stand how much it is worth
 * @param description the picture in words
 */
record CampaignPicture(
        String title,
        String contest,
        String place,
        String of,
        String score,
        String gap,
        String stand,
        boolean isFinal,
        String description)
        implements Picture {

    private static final double INSIDE = Canvas.WIDTH - 2.0 * Canvas.MARGIN;
    private static final double TITLE_SIZE = 64;
    private static final double TITLE_LINE = 78;
    private static final double SMALL_SIZE = 28;
    private static final double PLACE_SIZE = 190;
    private static final double BASE = 530;

    @Override
    public byte[] png(Lettering lettering) {
        var canvas = new Canvas(lettering);
        canvas.mark(Canvas.MARGIN, 52, 56);
        canvas.text(lettering.fitted(contest, SMALL_SIZE, INSIDE - 80), SMALL_SIZE, 140, 90, Canvas.SOFT);
        var y = 190.0;
        for (var line : lettering.lines(title, TITLE_SIZE, INSIDE, 2)) {
            canvas.text(line, TITLE_SIZE, Canvas.MARGIN, y, Canvas.INK);
            y += TITLE_LINE;
        }
        canvas.text(place, PLACE_SIZE, Canvas.MARGIN - 6.0, BASE, Canvas.ACCENT);
        var left = Canvas.MARGIN + lettering.width(place, PLACE_SIZE) + 36;
        var width = Canvas.WIDTH - Canvas.MARGIN - left;
        canvas.text(lettering.fitted(of, SMALL_SIZE, width), SMALL_SIZE, left, BASE - 108, Canvas.SOFT);
        canvas.text(lettering.fitted(score, 50, width), 50, left, BASE - 48, Canvas.INK);
        canvas.text(lettering.fitted(gap, SMALL_SIZE, width), SMALL_SIZE, left, BASE, Canvas.SOFT);
        canvas.text(
                lettering.fitted(stand, SMALL_SIZE, INSIDE),
                SMALL_SIZE,
                Canvas.MARGIN,
                592,
                isFinal ? Canvas.ACCENT : Canvas.BELL);
        return canvas.png(description);
    }
}
