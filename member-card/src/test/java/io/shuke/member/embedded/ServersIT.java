package io.shuke.member.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersIT {

    @TempDir
    Path folder;

    @Test
    void areSharedAndStopWithTheirLastUser() throws IOException {
        var one = Servers.use(folder.toString());
        var other = Servers.use(folder + "/../" + folder.getFileName());
        int port = one.redis().port();

        assertThat(other.redis().port()).isEqualTo(port);
        one.release();
        new Socket(Ports.HOST, port).close();
        other.release();
        assertThatThrownBy(() -> new Socket(Ports.HOST, port)).isInstanceOf(IOException.class);
    }

    @Test
    void startAgainAfterTheLastUserHasGone() {
        var first = Servers.use(folder.toString());
        first.redis();
        first.release();

        var second = Servers.use(folder.toString());
        assertThat(second.redis().port()).isPositive();
        second.release();
    }

    @Test
    void keepTheirPasswordsFromOthers() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var servers = Servers.use(folder.toString());
        servers.redis();
        servers.release();

        for (var file : new String[] {"redis/password", "redis/redis.conf"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void fallBackToTheRedisThatNeedsNothing() throws IOException {
        assumeLinux();
        var best = Platform.here().redis().get(0);
        script("redis/" + best, "echo 'error while loading shared libraries: libssl.so.3' >&2; exit 127");

        var servers = Servers.use(folder.toString());
        assertThat(servers.redis().port()).isPositive();
        servers.release();
        assertThat(folder.resolve("redis/redis.log")).content().contains("bits=32");
    }

    @Test
    void repeatTheLastWordsOfAServerThatDoesNotStart() throws IOException {
        assumeLinux();
        script(
                "mariadb/base-mariadb-11.4.5/scripts/mariadb-install-db",
                "echo 'error while loading shared libraries: libcrypt.so.1'; exit 1");
        script("mariadb/base-mariadb-11.4.5/bin/mariadbd", "exit 1");

        var servers = Servers.use(folder.toString());
        assertThatThrownBy(servers::mariaDb)
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("libcrypt.so.1")
                .hasNoCause();
        servers.release();
    }

    @Test
    void sayThatAFileStandsWhereTheFolderShould() throws IOException {
        var file = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> Servers.use(file.toString()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(file.toString());
    }

    private void script(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void assumeLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux has two of them");
    }
}
