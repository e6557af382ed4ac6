package io.shuke.gateway.card;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** A member code drawn as SVG: as a QR code, and as Code 128 for a till that has only a laser. */
final class Picture {

    private static final int BARCODE_HEIGHT = 40;

    private Picture() {}

    static String qr(String value) {
        try {
            var bits = new QRCodeWriter().encode(value, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            return svg(bits, bits.getHeight(), "xMidYMid");
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    static String code128(String value) {
        var bits = new Code128Writer().encode(value, BarcodeFormat.CODE_128, 0, 1, Map.of(EncodeHintType.MARGIN, 10));
        return svg(bits, BARCODE_HEIGHT, "none");
    }

    /** Each run of dark modules is one bar; a row of a barcode is stretched to the picture's height. */
    private static String svg(BitMatrix bits, int height, String stretch) {
        var path = new StringBuilder();
        var barHeight = height / bits.getHeight();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                int from = x;
                while (x < bits.getWidth() && bits.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv%dh-%dz".formatted(from, y, x - from, barHeight, x - from));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" preserveAspectRatio="%s" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>""".formatted(bits.getWidth(), height, stretch, bits.getWidth(), height, path);
    }
}
