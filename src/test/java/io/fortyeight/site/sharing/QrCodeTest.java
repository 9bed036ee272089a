package io.fortyeight.site.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String LINK = "https://count.example.org/s/k7m2p9x4qa";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int PIXELS = 5;

    @Test
    void png_isReadBackAsTheLink() throws Exception {
        assertThat(read(picture(QrCode.of(LINK).png(PIXELS)))).isEqualTo(LINK);
    }

    @Test
    void svg_isReadBackAsTheLink() throws Exception {
        assertThat(read(drawn(new String(QrCode.of(LINK).svg(), StandardCharsets.UTF_8))))
                .isEqualTo(LINK);
    }

    @Test
    void code_correctsErrorsAtLevelM() throws Exception {
        assertThat(decoded(picture(QrCode.of(LINK).png(PIXELS))).getResultMetadata())
                .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
    }

    @Test
    void quietZone_isFourModulesWide_andLight() {
        var modules = QrCode.of(LINK).modules();
        assertThat(modules.getEnclosingRectangle())
                .containsExactly(4, 4, modules.getWidth() - 8, modules.getHeight() - 8);
    }

    @Test
    void svg_escapesWhatItNames() {
        assertThat(new String(QrCode.of("http://a.example/?a=1&b=<\"").svg(), StandardCharsets.UTF_8))
                .contains("<title>http://a.example/?a=1&amp;b=&lt;&quot;</title>");
    }

    private static BufferedImage picture(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** What a browser makes of the one path that there is. */
    private static BufferedImage drawn(String svg) {
        var size = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        var picture = new BufferedImage(size * PIXELS, size * PIXELS, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, size * PIXELS, size * PIXELS);
        graphics.setColor(Color.BLACK);
        var path = svg.replaceAll("(?s).*fill=\"#000\" d=\"([^\"]*)\".*", "$1");
        var runs = RUN.matcher(path);
        while (runs.find()) {
            graphics.fillRect(number(runs.group(1)), number(runs.group(2)), number(runs.group(3)), PIXELS);
        }
        graphics.dispose();
        assertThat(RUN.matcher(path).replaceAll("")).isEmpty();
        return picture;
    }

    private static int number(String text) {
        return Integer.parseInt(text) * PIXELS;
    }

    private static String read(BufferedImage picture) throws Exception {
        return decoded(picture).getText();
    }

    private static Result decoded(BufferedImage picture) throws Exception {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
    }
}
