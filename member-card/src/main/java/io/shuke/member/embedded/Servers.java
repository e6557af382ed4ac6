package io.shuke.member.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The servers of one data folder: shared by every context of this JVM, stopped when the last one closes. */
final class Servers {

    private static final Map<Path, Servers> RUNNING = new HashMap<>();

    private final Path folder;
    private final OwnerLock lock;
    private @Nullable MariaDb mariaDb;
    private @Nullable Redis redis;
    private int users;

    private Servers(Path folder) throws IOException {
        this.folder = folder;
        this.lock = OwnerLock.take(folder);
    }

    static Servers use(String data) {
        synchronized (RUNNING) {
            try {
                var folder = Files.createDirectories(Path.of(data)).toRealPath();
                var servers = RUNNING.get(folder);
                if (servers == null) {
                    servers = new Servers(folder);
                    RUNNING.put(folder, servers);
                }
                servers.users++;
                return servers;
            } catch (IOException | InvalidPathException failed) {
                throw unusable(data, failed);
            }
        }
    }

    MariaDb mariaDb() {
        synchronized (RUNNING) {
            try {
                if (mariaDb == null) {
                    mariaDb = MariaDb.start(folder);
                }
                return mariaDb;
            } catch (IOException failed) {
                throw unusable(folder, failed);
            }
        }
    }

    Redis redis() {
        synchronized (RUNNING) {
            try {
                if (redis == null) {
                    redis = Redis.start(folder);
                }
                return redis;
            } catch (IOException failed) {
                throw unusable(folder, failed);
            }
        }
    }

    void release() {
        synchronized (RUNNING) {
            users--;
            if (users > 0) {
                return;
            }
            RUNNING.remove(folder);
            if (redis != null) {
                redis.stop();
            }
            if (mariaDb != null) {
                mariaDb.stop();
            }
            try {
                lock.release();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static CannotRun unusable(Object data, Exception failed) {
        var why = failed instanceof AccessDeniedException ? "access denied: " + failed.getMessage() : failed.toString();
        return new CannotRun("""
                数据目录 %1$s 无法使用：%2$s
                The data folder %1$s cannot be used: %2$s""".formatted(data, why), """
                请检查目录的所有者和剩余空间，或者换一个目录：--shuke.embedded.data=<目录>。
                Look at the owner of the folder and the space left, or choose another folder: --shuke.embedded.data=<folder>.""", failed);
    }
}
