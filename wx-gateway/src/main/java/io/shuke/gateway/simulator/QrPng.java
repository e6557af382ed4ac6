package io.shuke.gateway.simulator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.shuke.gateway.card.Png;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A QR code as a PNG. */
final class QrPng {

    private static final byte WHITE = 0;
    private static final byte BLACK = 1;
    private static final byte[] WHITE_AND_BLACK = {-1, -1, -1, 0, 0, 0};

    private QrPng() {}

    static byte[] of(String text, int size) {
        try {
            var hints = Map.of(
                    EncodeHintType.CHARACTER_SET,
                    StandardCharsets.UTF_8.name(),
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.MARGIN,
                    2);
            var dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, size, size, hints);
            return Png.of(dots.getWidth(), dots.getHeight(), WHITE_AND_BLACK, (x, y) -> dots.get(x, y) ? BLACK : WHITE);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }
}
