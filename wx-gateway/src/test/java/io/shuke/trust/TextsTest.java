package io.shuke.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal has its Chinese sentence, and every sentence a refusal. */
class TextsTest {

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Path HOUSE = Path.of("..");

    @Test
    void everyCodeHasASentence() {
        assertThat(codes()).isNotEmpty();
        assertThat(codes()).isSubsetOf(sentences().keySet());
    }

    @Test
    void everySentenceHasACode() {
        assertThat(sentences().keySet()).isSubsetOf(codes());
    }

    @Test
    void everySentenceIsChineseAndStandsInTheFileOfItsFeature() {
        sentences()
                .forEach(
                        (code, sentence) -> assertThat(sentence.text()).as(code).containsPattern("\\p{IsHan}"));
        sentences()
                .forEach((code, sentence) ->
                        assertThat(sentence.file()).as(code).isEqualTo(code.substring(0, code.indexOf('.'))));
    }

    private record Sentence(String file, String text) {}

    /** Every literal that looks like a code, in refusals and where the door itself makes problems. */
    private static Set<String> codes() {
        return sources("src/main/java", ".java")
                .filter(file -> file.getFileName().toString().matches(".*Refusal\\.java|Problem\\.java"))
                .flatMap(file -> CODE.matcher(read(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeMap<String, Sentence> sentences() {
        var all = new TreeMap<String, Sentence>();
        sources("src/main/resources/refusals", ".properties").forEach(file -> {
            var lines = new Properties();
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                lines.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var name = file.getFileName().toString().replace(".properties", "");
            lines.stringPropertyNames()
                    .forEach(code -> assertThat(all.put(code, new Sentence(name, lines.getProperty(code))))
                            .as(code + " stands once")
                            .isNull());
        });
        return all;
    }

    private static Stream<Path> sources(String folder, String ending) {
        return modules().stream()
                .map(module -> module.resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(TextsTest::walk)
                .filter(file -> file.toString().endsWith(ending));
    }

    private static List<Path> modules() {
        try (var folders = Files.list(HOUSE)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
