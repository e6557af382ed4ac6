package io.shuke.member.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** One data folder and the processes that use it, one after the other or at once. */
class DataFolderIT {

    private static Path folder;

    @BeforeAll
    static void make() throws IOException {
        // A blank, because not every folder is called /opt/app.
        folder = Files.createDirectories(
                Path.of(System.getProperty("shuke.test.data", "target/test-data"), "of another process"));
    }

    @AfterAll
    static void remove() throws IOException {
        ChildProcess.endOrphans(folder.resolve("mariadb/base-mariadb-11.4.5/bin/mariadbd"));
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void staysOverAnOrdinaryStop() throws Exception {
        try (var first = AnotherProcess.embedded(folder)) {
            var before = first.ready();
            first.stop();
            assertThat(servers()).isEmpty();
            try (var second = AnotherProcess.embedded(folder)) {
                assertThat(second.ready()).isEqualTo(oneMore(before));
                second.stop();
            }
        }
    }

    @Test
    void staysOverAKillAndItsOrphansAreEnded() throws Exception {
        try (var first = AnotherProcess.embedded(folder)) {
            var before = first.ready();
            first.kill();
            var orphans = servers();
            assertThat(orphans).hasSize(2).allMatch(ProcessHandle::isAlive);
            try (var second = AnotherProcess.embedded(folder)) {
                assertThat(second.ready()).isEqualTo(oneMore(before));
                assertThat(servers()).hasSize(2).doesNotContainAnyElementsOf(orphans);
                second.stop();
            }
        }
    }

    @Test
    void belongsToOneProcessAtATime() throws Exception {
        try (var first = AnotherProcess.embedded(folder);
                var second = afterReady(first)) {
            assertThat(second.ended()).isEqualTo(1);
            assertThat(second.output())
                    .contains(folder.toRealPath() + " is in use by another process, " + first.pid())
                    .doesNotContain("\tat ");
            first.stop();
        }
    }

    @Test
    void isNotMadeUnlessWanted() throws Exception {
        try (var neither = AnotherProcess.start(folder)) {
            assertThat(neither.ended()).isEqualTo(1);
            assertThat(neither.output())
                    .contains("No database is configured", "DB_URL", "--spring.profiles.active=embedded")
                    .doesNotContain("\tat ");
        }
    }

    private static AnotherProcess afterReady(AnotherProcess first) throws Exception {
        first.ready();
        return AnotherProcess.embedded(folder);
    }

    private static String oneMore(String counts) {
        var both = counts.split(" ");
        return (Long.parseLong(both[0]) + 1) + " " + (Long.parseLong(both[1]) + 1);
    }

    private static List<ProcessHandle> servers() throws IOException {
        var here = folder.toRealPath().toString();
        return ProcessHandle.allProcesses()
                .filter(any ->
                        any.info().command().filter(it -> it.startsWith(here)).isPresent())
                .toList();
    }
}
