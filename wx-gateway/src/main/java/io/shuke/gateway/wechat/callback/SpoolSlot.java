package io.shuke.gateway.wechat.callback;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder of the spool that one process holds; the system lets go of it when the process ends, however it ends. */
record SpoolSlot(Path folder, FileChannel lock) implements Closeable {

    private static final String ENDING = ".spool";

    /** The folder, or null while another process (or another spool of this one) holds it. */
    static @Nullable SpoolSlot tryOpen(Path folder) throws IOException {
        Files.createDirectories(folder);
        var lock = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new SpoolSlot(folder, lock);
            }
        } catch (OverlappingFileLockException ours) {
            // held within this process: the same to us
        }
        lock.close();
        return null;
    }

    /** Oldest first. */
    List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    long size() throws IOException {
        var size = 0L;
        for (var file : files()) {
            size += Files.size(file);
        }
        return size;
    }

    /** The file that follows the last. */
    Path next() throws IOException {
        var files = files();
        var last = files.isEmpty()
                ? "0"
                : files.get(files.size() - 1).getFileName().toString();
        var number = Long.parseLong(last.replace(ENDING, "")) + 1;
        return folder.resolve("%012d%s".formatted(number, ENDING));
    }

    FileChannel create(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        syncFolder();
        return channel;
    }

    /** A new file survives a power cut only when its folder was written too; where a folder cannot be opened, it was. */
    private void syncFolder() {
        try (var itself = FileChannel.open(folder, StandardOpenOption.READ)) {
            itself.force(true);
        } catch (IOException windows) {
            // nothing to do there
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
