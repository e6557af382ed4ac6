package io.shuke.gateway.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.MerchantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final long LIMIT = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void givesBackEverythingOnceInOrder() {
        try (var spool = new Spool(folder, LIMIT)) {
            appendAll(spool, 0, 500);
            assertThat(emptied(spool)).containsExactlyElementsOf(numbers(0, 500));
            assertThat(emptied(spool)).isEmpty();
            appendAll(spool, 500, 600);
            assertThat(emptied(spool)).containsExactlyElementsOf(numbers(500, 600));
            assertThat(spool.held()).isZero();
        }
    }

    @Test
    void keepsWhatTheTakerDidNotTake() {
        try (var spool = new Spool(folder, LIMIT)) {
            appendAll(spool, 0, 10);
            assertThatThrownBy(() -> spool.empty(records -> {
                        throw new IllegalStateException("away");
                    }))
                    .hasMessage("away");
            assertThat(emptied(spool)).containsExactlyElementsOf(numbers(0, 10));
        }
    }

    @Test
    void takesOverWhatAnEarlierProcessLeftAndPassesOverATornRecord() throws IOException {
        try (var spool = new Spool(folder, LIMIT)) {
            appendAll(spool, 0, 10);
        }
        var file = onlyFile();
        var whole = Files.readAllBytes(file);
        for (int cut = 1; cut < SpoolFile.HEAD + 1; cut++) {
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length - cut));
            assertThat(SpoolFile.read(file)).hasSize(9);
        }
        Files.write(file, new byte[] {0x53, 0x4B, 0x31, 0x0A, 0, 0, 0, 9, 1}, StandardOpenOption.APPEND);
        try (var spool = new Spool(folder, LIMIT)) {
            appendAll(spool, 10, 12);
            assertThat(emptied(spool)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "10", "11");
        }
    }

    @Test
    void passesOverADamagedRecordInTheMiddle() throws IOException {
        try (var spool = new Spool(folder, LIMIT)) {
            appendAll(spool, 0, 3);
        }
        var bytes = Files.readAllBytes(onlyFile());
        bytes[SpoolFile.HEAD + 1 + SpoolFile.HEAD] ^= 1;
        Files.write(onlyFile(), bytes);
        try (var spool = new Spool(folder, LIMIT)) {
            assertThat(emptied(spool)).containsExactly("0", "2");
        }
    }

    @Test
    void saysWhenThereIsNoRoom() {
        try (var spool = new Spool(folder, 100)) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> spool.append(() -> bytes(i)).join())
                    .toList();
            assertThat(answers).startsWith(true, true).endsWith(false, false);
            assertThat(emptied(spool))
                    .hasSameSizeAs(answers.stream().filter(a -> a).toList());
            assertThat(spool.append(() -> bytes(99)).join()).isTrue();
        }
    }

    @Test
    void twoNodesShareAFolder() {
        try (var one = new Spool(folder, LIMIT)) {
            var other = new Spool(folder, LIMIT);
            appendAll(one, 0, 3);
            appendAll(other, 3, 6);
            assertThat(emptied(one)).containsExactlyElementsOf(numbers(0, 3));
            other.close();
            assertThat(emptied(one)).containsExactlyElementsOf(numbers(3, 6));
        }
    }

    @Test
    void losesNothingItPromisedWhenItsProcessIsKilled() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var killed = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Endless.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var promised = new ArrayList<String>();
        try (var reader = killed.inputReader(StandardCharsets.UTF_8)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                promised.add(line);
                if (promised.size() == 2_000) {
                    killed.toHandle().destroyForcibly();
                }
            }
        }
        killed.waitFor();
        assertThat(promised).hasSizeGreaterThanOrEqualTo(2_000);
        try (var spool = new Spool(folder, 1L << 30)) {
            assertThat(emptied(spool)).doesNotHaveDuplicates().containsAll(promised);
        }
    }

    /** Appends until it is killed, and prints what was promised. */
    static final class Endless {

        public static void main(String[] arguments) {
            var spool = new Spool(Path.of(arguments[0]), 1L << 30);
            for (int from = 0; ; from += 50) {
                appendAll(spool, from, from + 50);
                var done = from;
                System.out.println(String.join("\n", numbers(done, done + 50)));
            }
        }
    }

    @Test
    void aRowSurvivesItsWayThroughTheSpool() {
        var row =
                new InboxRow(7, "wx1", new byte[] {1, 2}, new byte[] {3}, Instant.parse("2026-11-22T01:02:03.456789Z"));
        var back = SpooledRow.of(new SpooledRow(new MerchantId(5), row).toBytes());
        assertThat(back.merchant()).isEqualTo(new MerchantId(5));
        assertThat(back.row()).usingRecursiveComparison().isEqualTo(row);
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(folder.resolve("0"))) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void appendAll(Spool spool, int from, int to) {
        var answers = IntStream.range(from, to)
                .mapToObj(i -> spool.append(() -> bytes(i)))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(true);
    }

    private static byte[] bytes(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> emptied(Spool spool) {
        var all = new ArrayList<String>();
        spool.empty(records -> records.forEach(each -> all.add(new String(each, StandardCharsets.UTF_8))));
        return all;
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }
}
