package io.fortyeight.site.embed;

import jakarta.inject.Singleton;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as outlines of the font Pretendard, which ships with the application: Latin and Hangul. Read by FontBox and
 * not by AWT, whose fonts need libraries and settings that a container may lack, and differ from machine to machine.
 */
@Singleton
class Lettering {

    private static final String FONT = "pretendard/Pretendard-SemiBold.otf";
    private static final String ELLIPSIS = "…";
    private static final int NOT_IN_FONT = 0;

    private final OpenTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;
    private final Map<Integer, GeneralPath> outlines = new HashMap<>();

    /** Reads the font: 1.6 MB. */
    Lettering() {
        try (var file = Lettering.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException("The font is missing from this build");
            }
            font = new OTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Without what the font can't draw, emoji for instance; {@code otherwise} when nothing is left. */
    synchronized String drawable(String text, String otherwise) {
        var drawable = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> glyphs.getGlyphId(character) != NOT_IN_FONT)
                .forEach(drawable::appendCodePoint);
        var cleaned = drawable.toString().strip().replaceAll("\\s+", " ");
        return cleaned.isEmpty() ? otherwise : cleaned;
    }

    synchronized double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
    }

    /** The text on a base line that begins at {@code (x, y)}. */
    synchronized Shape outline(String text, double size, double x, double y) {
        var scale = size / unitsPerEm;
        var outline = new Path2D.Double();
        var left = x;
        for (var character : text.codePoints().toArray()) {
            var place = new AffineTransform(scale, 0, 0, -scale, left, y);
            outline.append(glyph(glyphs.getGlyphId(character)).getPathIterator(place), false);
            left += advance(character) * scale;
        }
        return outline;
    }

    /** As much of the text as fits, with an ellipsis in place of the rest. */
    String fitted(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        var end = text.length();
        while (end > 0 && width(text.substring(0, end).strip() + ELLIPSIS, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    /** Broken between words, or within one that is too long by itself; the last of {@code most} lines has an ellipsis if need be. */
    List<String> lines(String text, double size, double width, int most) {
        var lines = new ArrayList<String>();
        var rest = text;
        while (!rest.isEmpty() && lines.size() < most - 1 && width(rest, size) > width) {
            var end = lineEnd(rest, size, width);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(fitted(rest, size, width));
        }
        return lines;
    }

    private int lineEnd(String text, double size, double width) {
        var end = 0;
        var lastSpace = 0;
        while (end < text.length()) {
            var next = text.offsetByCodePoints(end, 1);
            if (width(text.substring(0, next), size) > width) {
                break;
            }
            if (text.charAt(end) == ' ') {
                lastSpace = end;
            }
            end = next;
        }
        return lastSpace > 0 && end < text.length() ? lastSpace : Math.max(end, 1);
    }

    private double advance(int character) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(character));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private GeneralPath glyph(int number) {
        return outlines.computeIfAbsent(number, absent -> {
            try {
                var letters = font.getCFF().getFont();
                var name = letters instanceof CFFCIDFont ? letters.getCharset().getCIDForGID(absent) : absent;
                return letters.getType2CharString(name).getPath();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }
}
