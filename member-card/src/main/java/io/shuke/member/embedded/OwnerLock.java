package io.shuke.member.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One process owns a data folder; the operating system lets go of the lock when the process ends, however it ends. */
final class OwnerLock {

    /** Far behind the content, because Windows forbids others to read what is locked. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    private final FileChannel file;

    private OwnerLock(FileChannel file) {
        this.file = file;
    }

    static OwnerLock take(Path folder) throws IOException {
        var file = FileChannel.open(
                folder.resolve("owner.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            var owner = ByteBuffer.allocate(20);
            file.read(owner, 0);
            file.close();
            throw new CannotRun("""
                    数据目录 %1$s 正被另一个进程 %2$s 使用。
                    The data folder %1$s is in use by another process, %2$s.""".formatted(folder, StandardCharsets.US_ASCII.decode(owner.flip())), """
                    请先停止那个进程，或者换一个目录：--shuke.embedded.data=<目录>。
                    Stop that process first, or choose another folder: --shuke.embedded.data=<folder>.""");
        }
        file.truncate(0);
        var pid = Long.toString(ProcessHandle.current().pid());
        file.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        return new OwnerLock(file);
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock(POSITION, 1, false);
        } catch (OverlappingFileLockException ourselves) {
            return null;
        }
    }

    void release() throws IOException {
        file.close();
    }
}
