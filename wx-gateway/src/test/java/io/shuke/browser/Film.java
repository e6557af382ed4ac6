package io.shuke.browser;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A film of a QR code, for a browser that takes a file for its camera: YUV 4:2:0, uncompressed (y4m). */
final class Film {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final byte WHITE = (byte) 235;
    private static final byte BLACK = 16;
    private static final byte GREY = (byte) 128;

    private Film() {}

    static void of(String code, Path file) throws IOException {
        var film = new ByteArrayOutputStream();
        film.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420\n"
                .formatted(WIDTH, HEIGHT)
                .getBytes(StandardCharsets.US_ASCII));
        for (int frame = 0; frame < 2; frame++) {
            film.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
            film.write(brightness(code));
            film.write(colours());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, film.toByteArray());
    }

    private static byte[] brightness(String code) {
        try {
            var matrix = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, WIDTH, HEIGHT);
            var picture = new byte[WIDTH * HEIGHT];
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    picture[y * WIDTH + x] = matrix.get(x, y) ? BLACK : WHITE;
                }
            }
            return picture;
        } catch (WriterException e) {
            throw new IllegalArgumentException(code, e);
        }
    }

    private static byte[] colours() {
        var none = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(none, GREY);
        return none;
    }
}
