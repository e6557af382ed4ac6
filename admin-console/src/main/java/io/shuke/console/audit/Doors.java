package io.shuke.console.audit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/**
 * What goes on at each writing desk, in the shop's words, from {@code audit/doors.properties}: a star before them says that
 * a rule is changed there, a dash instead of them that the desk only reads, whatever its method.
 */
public final class Doors {

    private static final String READS = "-";
    private static final String RULE = "*";
    private static final Properties WORDS = words();

    private Doors() {}

    /** Reads the file, which blocks, before the first request asks for it on an event loop. */
    public static void load() {
        Objects.requireNonNull(WORDS);
    }

    /** A desk that nobody has put into words is written down all the same. */
    public static boolean writes(String door) {
        return !READS.equals(WORDS.getProperty(key(door)));
    }

    public static boolean named(String door) {
        return WORDS.containsKey(key(door));
    }

    static boolean rule(String door) {
        return WORDS.getProperty(key(door), "").startsWith(RULE);
    }

    static String words(String door) {
        var words = WORDS.getProperty(key(door), door);
        return words.startsWith(RULE) ? words.substring(1).strip() : words;
    }

    private static String key(String door) {
        var space = door.indexOf(' ');
        return door.substring(0, space).toLowerCase(Locale.ROOT) + door.substring(space + 1);
    }

    private static Properties words() {
        var words = new Properties();
        var file = new ClassPathResource("audit/doors.properties");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
