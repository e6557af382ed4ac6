package io.shuke.console.imports;

import io.shuke.member.imports.ImportReading;
import io.shuke.member.imports.ImportRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A file on its way in: never whole in memory, readable by nobody but us, and gone when it has been read. */
final class Upload {

    private static final long MOST = (long) ImportReading.MOST_MEGABYTES << 20;

    private final Path file;
    private final MessageDigest digest;
    private long size;

    private Upload(Path file, MessageDigest digest) {
        this.file = file;
        this.digest = digest;
    }

    /** Blocks, on the file system only. */
    static Upload begin() {
        try {
            return new Upload(Files.createTempFile("shuke-import", null), MessageDigest.getInstance("SHA-256"));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("no file can be taken in", e);
        }
    }

    Mono<Upload> take(Flux<DataBuffer> body) {
        return DataBufferUtils.write(body.map(this::weighed), file).thenReturn(this);
    }

    private DataBuffer weighed(DataBuffer part) {
        size += part.readableByteCount();
        if (size > MOST) {
            DataBufferUtils.release(part);
            throw ImportRefusal.tooLarge(ImportReading.MOST_MEGABYTES);
        }
        try (var buffers = part.readableByteBuffers()) {
            buffers.forEachRemaining(digest::update);
        }
        return part;
    }

    Path file() {
        return file;
    }

    byte[] hash() {
        return digest.digest();
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException held) {
            file.toFile().deleteOnExit();
        }
    }
}
