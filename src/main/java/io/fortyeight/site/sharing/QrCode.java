package io.fortyeight.site.sharing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.fortyeight.web.page.Markup;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * A text as a QR code: dark on light whatever the reader's colours, for scanners need that; with the quiet zone of four modules
 * and the error correction (M, 15 %) that ISO/IEC 18004 advises.
 */
record QrCode(String text, BitMatrix modules) {

    private static final int QUIET_MODULES = 4;
    private static final int SVG_PIXELS_PER_MODULE = 8;

    /** Dark modules beside each other. */
    private record Run(int x, int y, int length) {}

    static QrCode of(String text) {
        try {
            var hints = Map.of(
                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_MODULES);
            // In the least size a module is a pixel.
            return new QrCode(text, new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("A QR code has no room for this: " + text, tooLong);
        }
    }

    /** As a drawing of any size: one path, with a rectangle for each run of dark modules. */
    byte[] svg() {
        var path = runs().stream()
                .map(run -> "M" + run.x() + " " + run.y() + "h" + run.length() + "v1h-" + run.length() + "z")
                .collect(Collectors.joining());
        var size = modules.getWidth();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" shape-rendering="crispEdges" role="img" aria-label="%3$s"><title>%3$s</title><path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%4$s"/></svg>
                """.formatted(size, size * SVG_PIXELS_PER_MODULE, Markup.escaped(text), path)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As a picture. */
    byte[] png(int pixelsPerModule) {
        var size = modules.getWidth() * pixelsPerModule;
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, size, size);
        canvas.setColor(Color.BLACK);
        for (var run : runs()) {
            canvas.fillRect(
                    run.x() * pixelsPerModule,
                    run.y() * pixelsPerModule,
                    run.length() * pixelsPerModule,
                    pixelsPerModule);
        }
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private List<Run> runs() {
        var runs = new ArrayList<Run>();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                var from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    runs.add(new Run(from, y, x - from));
                }
            }
        }
        return runs;
    }
}
