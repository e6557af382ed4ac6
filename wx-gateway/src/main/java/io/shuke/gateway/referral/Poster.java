package io.shuke.gateway.referral;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.shuke.gateway.card.Png;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A picture to print or to save to the phone: the invitation's QR code on a white card, on the shop's colour. Without a
 * word on it and without AWT: a small Java has neither fonts nor a drawing board, and what the picture is for stands in the
 * page around it.
 */
final class Poster {

    /** In pixels, upright like a sheet of paper. */
    static final int WIDTH = 750;

    static final int HEIGHT = 1000;
    private static final int CARD = 600;
    private static final int CODE = 520;
    private static final byte PAPER = 0;
    private static final byte INK = 1;
    private static final byte DOT = 2;
    /** Red, green and blue of the paper, the seal's red, and black. */
    private static final byte[] PALETTE = {-1, -1, -1, (byte) 0xB2, 0x3A, 0x2E, 0x1C, 0x1A, 0x18};

    private Poster() {}

    static byte[] of(String link) {
        var code = qr(link);
        return Png.of(WIDTH, HEIGHT, PALETTE, (x, y) -> pixel(x - WIDTH / 2, y - HEIGHT / 2, code));
    }

    private static BitMatrix qr(String link) {
        try {
            var hints = Map.of(
                    EncodeHintType.CHARACTER_SET,
                    StandardCharsets.UTF_8.name(),
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.MARGIN,
                    0);
            return new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, CODE, CODE, hints);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }

    /** Seen from the middle of the sheet. */
    private static byte pixel(int x, int y, BitMatrix code) {
        if (Math.max(Math.abs(x), Math.abs(y)) >= CARD / 2) {
            return INK;
        }
        int column = x + code.getWidth() / 2;
        int line = y + code.getHeight() / 2;
        boolean inside = column >= 0 && line >= 0 && column < code.getWidth() && line < code.getHeight();
        return inside && code.get(column, line) ? DOT : PAPER;
    }
}
