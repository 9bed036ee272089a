package io.fortyeight.site.embed;

import io.fortyeight.web.page.Markup;
import java.util.Locale;

/**
 * A badge in SVG: a name on dark ground, then what is said of it. Each text is told how wide it is, so that it fits whatever
 * font its reader has.
 */
final class Badge {

    private static final int HEIGHT = 20;
    private static final double SIZE = 11;
    private static final double PADDING = 7;
    private static final double MARK = 18;
    private static final double MAX_NAME = 240;
    private static final double MAX_SAID = 360;
    private static final String GROUND = "#123f3a";

    private final Lettering lettering;

    Badge(Lettering lettering) {
        this.lettering = lettering;
    }

    /**
     * @param name cut if it is long
     * @param description all of it, for who can't see it
     * @param colour of the second part's ground; white text has to be legible on it
     */
    String svg(String name, String said, String description, String colour) {
        var shownName = lettering.fitted(name, SIZE, MAX_NAME);
        var shownSaid = lettering.fitted(said, SIZE, MAX_SAID);
        var nameWidth = lettering.width(shownName, SIZE);
        var saidWidth = lettering.width(shownSaid, SIZE);
        var left = MARK + PADDING + nameWidth + PADDING;
        var width = left + PADDING + saidWidth + PADDING;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$d" viewBox="0 0 %1$s %2$d" role="img" aria-labelledby="t">\
                <title id="t">%3$s</title>\
                <clipPath id="c"><rect width="%1$s" height="%2$d" rx="4"/></clipPath>\
                <g clip-path="url(#c)"><rect width="%4$s" height="%2$d" fill="%5$s"/>\
                <rect x="%4$s" width="%6$s" height="%2$d" fill="%7$s"/></g>\
                <circle cx="14" cy="10" r="5" fill="none" stroke="#2f6d64" stroke-width="2"/>\
                <path d="M14 5a5 5 0 1 1-5 5" fill="none" stroke="#ffc857" stroke-width="2" stroke-linecap="round"/>\
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">\
                %8$s%9$s</g></svg>
                """.formatted(
                        number(width),
                        HEIGHT,
                        Markup.escaped(description),
                        number(left),
                        GROUND,
                        number(width - left),
                        colour,
                        text(shownName, MARK + PADDING, nameWidth),
                        text(shownSaid, left + PADDING, saidWidth));
    }

    private static String text(String text, double x, double width) {
        return "<text x=\"%s\" y=\"14\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>"
                .formatted(number(x), number(width), Markup.escaped(text));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
