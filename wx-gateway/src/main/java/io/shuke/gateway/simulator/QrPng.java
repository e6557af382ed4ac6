package io.shuke.gateway.simulator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A QR code as a PNG of one bit a dot, written without AWT, which a small Java may not have. */
final class QrPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int WHITE = 0xFF;

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
            return png(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, size, size, hints));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }

    private static byte[] png(BitMatrix dots) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(dots.getWidth()).putInt(dots.getHeight());
        chunk(png, "IHDR", header.put(new byte[] {1, 0, 0, 0, 0}).array());
        chunk(png, "IDAT", packed(dots));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] packed(BitMatrix dots) {
        int row = 1 + (dots.getWidth() + 7) / 8;
        var raw = new byte[row * dots.getHeight()];
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int i = 1; i < row; i++) {
                raw[y * row + i] = (byte) WHITE;
            }
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    raw[y * row + 1 + x / 8] &= (byte) ~(0x80 >> x % 8);
                }
            }
        }
        var deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        var packed = new ByteArrayOutputStream();
        var part = new byte[4096];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var sum = new CRC32();
        sum.update(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
