package io.shuke.member.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A MariaDB of our own in {@code <data>/mariadb}: unpacked, installed, started and stopped. */
final class MariaDb {

    static final String USER = "shuke";
    private static final String NAME = "mariadb";
    private static final int PROBE_MILLIS = 1_000;
    /** MySQL's default: MariaDB's own lacks ONLY_FULL_GROUP_BY, and what passes here shall pass there. */
    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private final ChildProcess process;
    private final int port;
    private final String password;

    private MariaDb(ChildProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    static MariaDb start(Path data) throws IOException {
        var folder = data.resolve(NAME);
        Secret.folder(folder);
        var platform = Platform.here();
        var base = Binaries.mariaDb(platform, folder);
        ChildProcess.endOrphans(base.resolve(platform.server()));
        if (Files.notExists(folder.resolve("data"))) {
            install(platform, folder, base);
        }
        Files.createDirectories(folder.resolve("tmp"));
        var password = Secret.in(folder.resolve("password"));
        Secret.write(folder.resolve("init.sql"), accounts(password));
        for (int attempt = 1; attempt <= Ports.ATTEMPTS; attempt++) {
            int port = Ports.free();
            var process = ChildProcess.start(NAME, folder, command(platform, folder, base, port));
            if (process.answers(port, MariaDb::greets)) {
                return new MariaDb(process, port, password);
            }
        }
        throw ChildProcess.cannotStart(NAME, "every port that was free is taken");
    }

    /** Into a folder that is renamed when complete, so that an interrupted installation is done again. */
    private static void install(Platform platform, Path folder, Path base) throws IOException {
        var unfinished = folder.resolve("data.new");
        FileSystemUtils.deleteRecursively(unfinished);
        var command = new ArrayList<String>();
        // Relative paths, because the script breaks at a blank.
        command.add(
                platform.windows()
                        ? base.resolve(platform.installer()).toString()
                        : relative(base, platform.installer()));
        if (!platform.windows()) {
            command.addAll(List.of("--no-defaults", "--basedir=" + relative(base, ""), "--skip-name-resolve"));
            command.addAll(List.of("--auth-root-authentication-method=normal", "--skip-test-db"));
            command.addAll(asRoot());
        }
        command.add("--datadir=" + (platform.windows() ? unfinished : "./data.new"));
        ChildProcess.start("mariadb-install", folder, command).succeeds();
        Files.move(unfinished, folder.resolve("data"));
    }

    private static String relative(Path base, String path) {
        return "./" + base.getFileName() + "/" + path;
    }

    private static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** One account, ours, with a password nobody chose; the installer's root without a password goes. */
    private static String accounts(String password) {
        return """
                DELETE FROM mysql.global_priv WHERE User IN ('root', '');
                FLUSH PRIVILEGES;
                CREATE OR REPLACE USER '%1$s'@'%2$s' IDENTIFIED BY '%3$s';
                GRANT ALL ON *.* TO '%1$s'@'%2$s';
                """.formatted(USER, Ports.HOST, password);
    }

    private static List<String> command(Platform platform, Path folder, Path base, int port) {
        var command = new ArrayList<>(List.of(
                base.resolve(platform.server()).toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder.resolve("tmp"),
                "--init-file=" + folder.resolve("init.sql"),
                "--port=" + port,
                "--bind-address=" + Ports.HOST,
                "--skip-name-resolve",
                // A key pair for TLS would be made at every start: up to twenty seconds.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_ai_ci",
                "--default-time-zone=+00:00",
                "--sql-mode=" + SQL_MODE,
                "--innodb-buffer-pool-size=128M",
                "--innodb-log-file-size=48M",
                "--innodb-flush-log-at-trx-commit=1",
                "--max-connections=300"));
        if (!platform.windows()) {
            // Relative to the data folder: an absolute name may be longer than the 107 characters a socket can have.
            command.add("--socket=s.sock");
        }
        command.addAll(asRoot());
        return command;
    }

    /** It listens before it works; only the greeting tells that the accounts are in place. */
    private static boolean greets(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            return socket.getInputStream().read() >= 0;
        }
    }

    void stop() {
        process.stop();
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }
}
