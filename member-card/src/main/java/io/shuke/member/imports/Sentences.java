package io.shuke.member.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A report tells what stood against each of thousands of lines in words, long after the refusal was thrown. */
@Component
class Sentences {

    private final Properties sentences = new Properties();

    Sentences() throws IOException {
        for (var feature : List.of("import", "membership")) {
            var file = new ClassPathResource("refusals/" + feature + ".properties");
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                sentences.load(reader);
            }
        }
    }

    /** @param detail what it is filled with, one a line */
    String of(String code, @Nullable String detail) {
        var sentence = sentences.getProperty(code, code);
        return detail == null || detail.isEmpty()
                ? sentence
                : new MessageFormat(sentence, Locale.CHINA).format(detail.split("\n", -1));
    }
}
