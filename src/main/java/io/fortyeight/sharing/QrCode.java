package io.fortyeight.sharing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.fortyeight.web.Markup;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A text as a QR code: dark on light whatever the reader's colours, for scanners need that; with the quiet zone of four modules
 * and the error correction (M, 15 %) that ISO/IEC 18004 advises.
 */
record QrCode(String text, BitMatrix modules) {

    private static final int QUIET_MODULES = 4;
    private static final int DARK = 0xFF000000;
    private static final int LIGHT = 0xFFFFFFFF;

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
        var runs = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                var from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    var length = x - from;
                    runs.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(length);
                    runs.append("v1h-").append(length).append('z');
                }
            }
        }
        var size = modules.getWidth();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" shape-rendering="crispEdges" role="img" aria-label="%3$s"><title>%3$s</title><path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%4$s"/></svg>
                """.formatted(size, size * 8, Markup.escaped(text), runs).getBytes(StandardCharsets.UTF_8);
    }

    /** As a picture; at 40 pixels a module, a link of 40 characters is 1480 wide: 12 cm at 300 dots per inch. */
    byte[] png(int pixelsPerModule) {
        var size = modules.getWidth() * pixelsPerModule;
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                picture.setRGB(x, y, modules.get(x / pixelsPerModule, y / pixelsPerModule) ? DARK : LIGHT);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
