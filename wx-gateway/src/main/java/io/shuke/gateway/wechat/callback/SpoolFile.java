package io.shuke.gateway.wechat.callback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * How records lie in a file: a mark, the length, a checksum, the record. A record whose writing was cut short is not
 * whole and was never promised to anybody; it is passed over, wherever it stands.
 */
final class SpoolFile {

    static final int HEAD = 12;
    private static final int MARK = 0x53_4B_31_0A;

    private SpoolFile() {}

    static ByteBuffer framed(byte[] record) {
        return ByteBuffer.allocate(HEAD + record.length)
                .putInt(MARK)
                .putInt(record.length)
                .putInt(checksum(record, 0, record.length))
                .put(record)
                .flip();
    }

    static List<byte[]> read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var buffer = ByteBuffer.wrap(bytes);
        var records = new ArrayList<byte[]>();
        for (int at = 0; at + HEAD <= bytes.length; ) {
            var length = buffer.getInt(at + 4);
            if (buffer.getInt(at) == MARK
                    && length >= 0
                    && length <= bytes.length - at - HEAD
                    && buffer.getInt(at + 8) == checksum(bytes, at + HEAD, length)) {
                var record = new byte[length];
                buffer.get(at + HEAD, record);
                records.add(record);
                at += HEAD + length;
            } else {
                at++;
            }
        }
        return records;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }
}
