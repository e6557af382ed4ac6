package io.shuke.gateway.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A picture of few colours as a PNG, written without AWT, which a small Java may not have. */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    /** Which colour of the palette stands at a place. */
    public interface Dots {

        /** @param x in pixels from the left @param y in pixels from the top */
        byte at(int x, int y);
    }

    private Png() {}

    /** @param palette red, green and blue of each colour @param width in pixels @param height in pixels */
    public static byte[] of(int width, int height, byte[] palette, Dots dots) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk(png, "IHDR", header.put(new byte[] {8, 3, 0, 0, 0}).array());
        chunk(png, "PLTE", palette);
        chunk(png, "IDAT", packed(drawn(width, height, dots)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Line by line, each behind the byte that says it is not filtered. */
    private static byte[] drawn(int width, int height, Dots dots) {
        int row = 1 + width;
        var pixels = new byte[row * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * row + 1 + x] = dots.at(x, y);
            }
        }
        return pixels;
    }

    private static byte[] packed(byte[] raw) {
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
