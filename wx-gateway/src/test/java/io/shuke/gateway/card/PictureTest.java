package io.shuke.gateway.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static final String CODE = "880000001740000123456789";
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+) ([0-9]+)\"");
    private static final Pattern BAR = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v([0-9]+)h-[0-9]+z");
    private static final int SCALE = 4;

    @Test
    void qrCodeIsReadByAScanner() throws NotFoundException {
        assertThat(scan(Picture.qr(CODE))).isEqualTo(CODE);
    }

    @Test
    void barcodeIsReadByAScanner() throws NotFoundException {
        assertThat(scan(Picture.code128(CODE))).isEqualTo(CODE);
    }

    @Test
    void isSmall() {
        assertThat(Picture.qr(CODE).length()).isLessThan(6_000);
    }

    /** Paints the picture the way a screen would and reads it back. */
    private static String scan(String svg) throws NotFoundException {
        var size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) * SCALE;
        int height = Integer.parseInt(size.group(2)) * SCALE;
        var pixels = new int[width * height];
        Arrays.fill(pixels, 0xffffff);
        var bars = BAR.matcher(svg);
        while (bars.find()) {
            int x = Integer.parseInt(bars.group(1)) * SCALE;
            int y = Integer.parseInt(bars.group(2)) * SCALE;
            for (int row = y; row < y + Integer.parseInt(bars.group(4)) * SCALE; row++) {
                Arrays.fill(pixels, row * width + x, row * width + x + Integer.parseInt(bars.group(3)) * SCALE, 0);
            }
        }
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new MultiFormatReader().decode(image).getText();
    }
}
