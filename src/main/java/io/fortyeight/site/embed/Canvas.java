package io.fortyeight.site.embed;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture of the size that Open Graph's readers want, in the colours of the pages by day. */
final class Canvas {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;
    static final int MARGIN = 64;

    static final Color INK = new Color(0x1b2422);
    static final Color SOFT = new Color(0x56635f);
    static final Color BAR = new Color(0xe8e6dc);
    static final Color ACCENT = new Color(0x0c6b5f);
    static final Color BELL = new Color(0x8a5a00);
    static final Color WHITE = Color.WHITE;
    private static final Color GROUND = new Color(0xf6f4ee);
    private static final Color DARK = new Color(0x123f3a);
    private static final Color DIAL = new Color(0x2f6d64);
    private static final Color GOLD = new Color(0xffc857);
    private static final String PNG_FORMAT = "javax_imageio_png_1.0";

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    private final Graphics2D graphics = image.createGraphics();
    private final Lettering lettering;

    Canvas(Lettering lettering) {
        this.lettering = lettering;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
    }

    void box(double x, double y, double width, double height, double radius, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius));
    }

    /** @param y of the base line */
    void text(String text, double size, double x, double y, Color colour) {
        graphics.setColor(colour);
        graphics.fill(lettering.outline(text, size, x, y));
    }

    /** @param right where the text ends */
    void textUntil(String text, double size, double right, double y, Color colour) {
        text(text, size, right - lettering.width(text, size), y, colour);
    }

    /** The mark of mark.svg. */
    void mark(double x, double y, double size) {
        var unit = size / 64;
        box(x, y, size, size, 14 * unit, DARK);
        var left = x + 12 * unit;
        var top = y + 12 * unit;
        var side = 40 * unit;
        graphics.setStroke(new BasicStroke((float) (7 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(DIAL);
        graphics.draw(new Ellipse2D.Double(left, top, side, side));
        graphics.setColor(GOLD);
        graphics.draw(new Arc2D.Double(left, top, side, side, 90, -270, Arc2D.OPEN));
        graphics.setColor(WHITE);
        graphics.fill(new Ellipse2D.Double(x + 27 * unit, y + 27 * unit, 10 * unit, 10 * unit));
    }

    /**
     * Ends the picture.
     *
     * @param description goes with it, for who reads its properties
     */
    byte[] png(String description) {
        graphics.dispose();
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            metadata.mergeTree(PNG_FORMAT, described(description));
            writer.setOutput(output);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode described(String description) {
        var entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", "Description");
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", description);
        var texts = new IIOMetadataNode("iTXt");
        texts.appendChild(entry);
        var root = new IIOMetadataNode(PNG_FORMAT);
        root.appendChild(texts);
        return root;
    }
}
